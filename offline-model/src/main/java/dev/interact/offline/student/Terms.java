package dev.interact.offline.student;

import dev.interact.offline.text.Sentences;
import dev.interact.offline.text.Stems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what notes talk about: names, and nouns that come back. */
final class Terms {

  /**
   * Something to ask about.
   *
   * @param salience rises with the number of mentions; names and late mentions count more
   */
  record Term(String text, boolean isName, double salience) {}

  private static final String CAPITALISED = "(?:(?:St|Dr|Mrs?|Ms)\\. )?\\p{Lu}[\\p{L}-]+";
  private static final Pattern NAME =
      Pattern.compile(CAPITALISED + "(?: (?:of |the |de |von )?" + CAPITALISED + ")*");
  private static final Pattern NOUN =
      Pattern.compile(
          "\\b(?:the|an?|his|her|its|their|this|that|these|those|every) (\\p{Ll}[\\p{Ll}-]{3,})(?! \\p{Ll}{5,})");
  private static final Pattern FIRST_WORD = Pattern.compile("^[\"“‘']?(?:\\p{Lu}\\p{Ll}* )?");
  private static final double NAME_BONUS = 1;

  private final Map<String, Integer> mentions = new LinkedHashMap<>();
  private final Map<String, Integer> lastNote = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

  private Terms() {}

  /** The terms of the notes (oldest first) whose words no question has used. */
  static List<Term> in(List<String> notes, List<String> asked) {
    var terms = new Terms();
    for (int note = 0; note < notes.size(); note++) {
      for (String sentence : Sentences.of(notes.get(note))) {
        terms.collect(sentence, note);
      }
    }
    return terms.unasked(new HashSet<>(Stems.of(String.join("\n", asked))), notes.size());
  }

  private void collect(String sentence, int note) {
    Matcher name = NAME.matcher(withoutOrdinaryStart(sentence));
    while (name.find()) {
      String text = withoutLeadingStopWord(name.group());
      names.add(text);
      mention(text, note);
    }
    Matcher noun = NOUN.matcher(sentence);
    while (noun.find()) {
      mention(noun.group(1), note);
    }
  }

  /** The capital a sentence starts with makes no name, unless another capital follows. */
  private static String withoutOrdinaryStart(String sentence) {
    Matcher first = FIRST_WORD.matcher(sentence);
    boolean named = first.find() && !Stems.of(first.group()).isEmpty();
    boolean followedByCapital =
        first.end() < sentence.length() && Character.isUpperCase(sentence.charAt(first.end()));
    return named && followedByCapital ? sentence : sentence.substring(first.end());
  }

  private static String withoutLeadingStopWord(String name) {
    int space = name.indexOf(' ');
    boolean stopWord = space > 0 && Stems.of(name.substring(0, space)).isEmpty();
    return stopWord ? name.substring(space + 1) : name;
  }

  private void mention(String term, int note) {
    if (!Stems.of(term).isEmpty()) {
      mentions.merge(term, 1, Integer::sum);
      lastNote.put(term, note);
    }
  }

  private List<Term> unasked(Set<String> known, int notes) {
    List<Term> terms = new ArrayList<>();
    mentions.forEach(
        (text, count) -> {
          boolean isName = names.contains(text);
          if ((isName || count > 1) && Stems.of(text).stream().noneMatch(known::contains)) {
            double recency = (lastNote.get(text) + 1.0) / notes;
            terms.add(
                new Term(text, isName, Math.log(count) + recency + (isName ? NAME_BONUS : 0)));
          }
        });
    return terms;
  }
}
