package dev.interact.offline.job;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The question that a longer message ends with, and the text before it. */
record Question(String before, String text) {

  private static final Pattern AT_THE_END =
      Pattern.compile("(.*?)((?<=^|[.!?:\"”\\n])[^.!?\\n:]*\\?)[^?]*", Pattern.DOTALL);
  private static final Pattern LABEL =
      Pattern.compile("(?:my |the |student['’]s )?question\\s*:?\\s*$", Pattern.CASE_INSENSITIVE);

  /** Without a question mark the whole message is both. */
  static Question atTheEndOf(String message) {
    Matcher matcher = AT_THE_END.matcher(message);
    if (!matcher.matches()) {
      return new Question(message, message);
    }
    String before = LABEL.matcher(matcher.group(1)).replaceFirst("");
    return new Question(before, matcher.group(2).strip());
  }
}
