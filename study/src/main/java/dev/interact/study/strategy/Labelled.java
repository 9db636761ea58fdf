package dev.interact.study.strategy;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Replies whose parts stand behind labels in capitals, such as {@code QUESTION: …}. */
final class Labelled {
  private static final Pattern QUESTION = after("QUESTION", "\\s*(\\S.*)$");

  private Labelled() {}

  /** What stands behind a label at the beginning of a line; models put labels in bold. */
  static Pattern after(String label, String value) {
    return Pattern.compile(
        "^[\\s>*_#-]*" + label + "[*_]*\\s*:[*_]*" + value,
        Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
  }

  /** The question of a reply, up to the end of its line; the last one where there are several. */
  static Optional<String> question(String reply) {
    return QUESTION
        .matcher(reply)
        .results()
        .map(Labelled::value)
        .reduce((before, last) -> last)
        .map(Labelled::plain);
  }

  private static String value(MatchResult match) {
    return match.group(1);
  }

  /** The question of a reply; all of it where no label says which part that is. */
  static Reading read(String reply) {
    return new Reading.Question(question(reply).orElse(reply.strip()));
  }

  /** A text without marks of bold or italics around the whole of it. */
  static String plain(String text) {
    return text.strip().replaceFirst("^[*_]*([^*_]*)[*_]*$", "$1").strip();
  }
}
