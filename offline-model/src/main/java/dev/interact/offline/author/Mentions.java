package dev.interact.offline.author;

import dev.interact.offline.text.Names;
import dev.interact.offline.text.Stems;
import dev.interact.offline.text.TermKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the terms of sentences: dates, numbers, names, and nouns, told by an article before them
 * and a boundary behind; in a sentence that has none of these, long words. Each of the words of a
 * sentence belongs to one term at most.
 */
final class Mentions {

  private static final Set<TermKind> EXACT =
      EnumSet.of(
          TermKind.DATE,
          TermKind.YEAR,
          TermKind.NUMBER,
          TermKind.NUMERAL,
          TermKind.MONTH,
          TermKind.DAY);

  private static final Pattern NOUN =
      Pattern.compile(
          "\\b(?i:the|an?|his|her|its|their|my|our|your|every) (?!(?:last|first|next|same|other|others|rest|only|whole)\\b)(\\p{Ll}[\\p{Ll}-]{2,})"
              + "(?=[,.;:!?)”\"]|$| (?:of|in|on|at|to|from|with|by|for|and|or|but|is|was|were|are|had"
              + "|has|have|will|would|could|can|must|should|may|might|that|which|who|when|where"
              + "|while|as|than|into|over|under|through|until|after|before|because|did|does|said"
              + "|still|never|also)\\b)");
  private static final Pattern LONG_WORD =
      Pattern.compile("(?<![\\p{L}\\p{N}’'-])[\\p{Ll}\\p{Lo}]{5,}(?![\\p{L}\\p{N}’'-])");
  private static final Pattern AMBIGUOUS_MONTH =
      Pattern.compile("(?i)(?<!\\b(?:in|of|until|since|last|next|by|this) )\\b(?:March|May)\\b");

  /** The longest first, each with what finds it. */
  private final Map<String, Pattern> names = new LinkedHashMap<>();

  private Mentions(Set<String> names) {
    names.forEach(name -> this.names.put(name, exactly(name)));
  }

  /** Knows the names of all of the sentences. */
  static Mentions knowing(List<String> sentences) {
    Set<String> lower =
        sentences.stream()
            .flatMap(sentence -> Arrays.stream(sentence.split("[^\\p{L}’'-]+")))
            .filter(word -> !word.isEmpty() && Character.isLowerCase(word.charAt(0)))
            .collect(Collectors.toSet());
    Set<String> names =
        new TreeSet<>(
            Comparator.comparingInt((String name) -> -name.length())
                .thenComparing(Comparator.naturalOrder()));
    for (String sentence : sentences) {
      for (String found : Names.in(sentence)) {
        String name = withoutOrdinary(found, lower);
        names.add(name);
        names.addAll(List.of(name.split(" ")));
      }
    }
    names.removeIf(name -> isOrdinary(name, lower) || !isNamedWithin(name, sentences));
    return new Mentions(names);
  }

  private static String withoutOrdinary(String name, Set<String> lower) {
    int space = name.indexOf(' ');
    boolean ordinary = space > 0 && lower.contains(name.substring(0, space).toLowerCase());
    return ordinary ? name.substring(space + 1) : name;
  }

  private static boolean isOrdinary(String name, Set<String> lower) {
    return name.length() < 3
        || TermKind.DAYS.contains(name.replaceFirst("s$", ""))
        || !Character.isUpperCase(name.charAt(0))
        || name.equals(name.toUpperCase(Locale.ROOT))
        || Stems.of(name).isEmpty()
        || lower.contains(name.toLowerCase(Locale.ROOT));
  }

  /** A line of a song may start with a capital, whatever its first word is. */
  private static boolean isNamedWithin(String name, List<String> sentences) {
    Pattern within =
        Pattern.compile(
            "(?<=[\\p{L}\\p{N}] )%1$s(?!\\p{L})|(?<!\\p{L})%1$s(?:['’]s?\\b| \\p{Lu})"
                .formatted(Pattern.quote(name)));
    return sentences.stream().anyMatch(s -> s.contains(name) && within.matcher(s).find());
  }

  /** The terms of a sentence, the best to ask for first. */
  List<Term> in(String sentence) {
    Set<Term> terms = new LinkedHashSet<>();
    BitSet taken = new BitSet();
    AMBIGUOUS_MONTH.matcher(sentence).results().forEach(m -> taken.set(m.start(), m.end()));
    for (TermKind kind : EXACT) {
      collect(kind, kind.pattern().matcher(sentence), taken, terms);
    }
    names.forEach(
        (name, pattern) -> {
          if (sentence.contains(name)) {
            collect(TermKind.NAME, pattern.matcher(sentence), taken, terms);
          }
        });
    collect(TermKind.WORD, NOUN.matcher(sentence), taken, terms);
    if (terms.isEmpty()) {
      collect(TermKind.WORD, LONG_WORD.matcher(sentence), taken, terms);
    }
    return new ArrayList<>(terms);
  }

  /** What is a part of a longer name, such as "Tanner's Steps", is no name of its own. */
  private static Pattern exactly(String name) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}-])(?<!\\p{Lu}\\p{L}{0,30}['’]s )%s(?![\\p{L}\\p{N}-])(?!['’]s \\p{Lu})"
            .formatted(Pattern.quote(name)));
  }

  private static void collect(TermKind kind, Matcher found, BitSet taken, Set<Term> terms) {
    while (found.find()) {
      int group = found.groupCount();
      boolean free = taken.get(found.start(group), found.end(group)).isEmpty();
      String text = found.group(group);
      taken.set(found.start(group), found.end(group));
      if (free && !Stems.of(text).isEmpty()) {
        terms.add(new Term(kind, text));
      }
    }
  }
}
