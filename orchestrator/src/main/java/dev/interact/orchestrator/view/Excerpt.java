package dev.interact.orchestrator.view;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a text about some words.
 *
 * @param from where the words begin in it
 * @param to where they end
 */
record Excerpt(String text, int from, int to) {
  private static final int AROUND = 80;

  /** About the first place that has the words; empty where none has. */
  static Optional<Excerpt> of(String text, Pattern words) {
    Matcher matcher = words.matcher(text == null ? "" : text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int begin = whole(text, Math.max(0, matcher.start() - AROUND));
    int end = whole(text, Math.min(text.length(), matcher.end() + AROUND));
    return Optional.of(
        new Excerpt(text.substring(begin, end), matcher.start() - begin, matcher.end() - begin));
  }

  /** No character is cut in two. */
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
