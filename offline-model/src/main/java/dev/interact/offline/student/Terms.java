package dev.interact.offline.student;

import dev.interact.offline.text.Names;
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

  private static final Pattern NOUN =
      Pattern.compile(
          "\\b(?:the|an?|his|her|its|their|this|that|these|those|every) (\\p{Ll}[\\p{Ll}-]{3,})(?! \\p{Ll}{5,})");
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
    for (String name : Names.in(sentence)) {
      names.add(name);
      mention(name, note);
    }
    Matcher noun = NOUN.matcher(sentence);
    while (noun.find()) {
      mention(noun.group(1), note);
    }
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
