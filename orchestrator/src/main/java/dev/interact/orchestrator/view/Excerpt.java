package dev.interact.orchestrator.view;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a text about some words. It is cut between words, and says where something was left
 * out.
 *
 * @param from where the words begin in it
 * @param to where they end
 */
record Excerpt(String text, int from, int to) {
  private static final int AROUND = 80;

  /** No word is cut but one that is longer. */
  private static final int LONGEST_WORD = 30;

  private static final String LEFT_OUT = "…";

  /** About the first place that has the words; empty where none has. */
  static Optional<Excerpt> of(String text, Pattern words) {
    Matcher matcher = words.matcher(text == null ? "" : text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int begin = begin(text, matcher.start());
    int end = end(text, matcher.end());
    String before = begin == 0 ? "" : LEFT_OUT;
    String after = end == text.length() ? "" : LEFT_OUT;
    int shift = before.length() - begin;
    return Optional.of(
        new Excerpt(
            before + text.substring(begin, end) + after,
            matcher.start() + shift,
            matcher.end() + shift));
  }

  private static int begin(String text, int match) {
    int wanted = match - AROUND;
    if (wanted <= 0) {
      return 0;
    }
    int from = Math.max(0, wanted - LONGEST_WORD);
    String around = text.substring(whole(text, from), match);
    int shift = match - around.length();
    BreakIterator breaks = words(around);
    int at = shift + breaks.following(wanted - shift - 1);
    while (at < match && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at > wanted + LONGEST_WORD ? whole(text, wanted) : at;
  }

  private static int end(String text, int match) {
    int wanted = match + AROUND;
    if (wanted >= text.length()) {
      return text.length();
    }
    int to = whole(text, Math.min(text.length(), wanted + LONGEST_WORD));
    BreakIterator breaks = words(text.substring(match, to));
    int at = match + breaks.preceding(wanted - match + 1);
    while (at > match && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at < wanted - LONGEST_WORD ? whole(text, wanted) : at;
  }

  private static BreakIterator words(String text) {
    BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(text);
    return words;
  }

  /** No character is cut in two, whatever it is made of. */
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
