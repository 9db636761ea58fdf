package dev.interact.study.strategy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replies whose parts stand behind labels in capitals, such as {@code QUESTION: …}. */
final class Labelled {
  private Labelled() {}

  /** What stands behind a label, up to the end of its line; models put labels in bold. */
  static Optional<String> part(String reply, String label) {
    Matcher matcher =
        Pattern.compile(
                "^[\\s>*_#-]*" + label + "[*_]*\\s*:\\s*[*_]*\\s*(\\S.*)$",
                Pattern.MULTILINE | Pattern.CASE_INSENSITIVE)
            .matcher(reply);
    String last = null;
    while (matcher.find()) {
      last = matcher.group(1).strip();
    }
    return Optional.ofNullable(last);
  }

  /** The question of a reply; all of it where no label says which part that is. */
  static Reading question(String reply) {
    return new Reading.Question(part(reply, "QUESTION").orElse(reply.strip()));
  }
}
