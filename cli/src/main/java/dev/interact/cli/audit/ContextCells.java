package dev.interact.cli.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a context into cells: a cell of common spreadsheets holds 32,767 characters, and what is
 * longer is cut, or breaks the rows below.
 */
final class ContextCells {
  /** With room for an apostrophe. */
  static final int LONGEST = 32_000;

  private ContextCells() {}

  /** The parts, which put together are the text; at least one. */
  static List<String> of(String text) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    while (text.length() - begin > LONGEST) {
      int end = end(text, begin);
      parts.add(text.substring(begin, end));
      begin = end;
    }
    parts.add(text.substring(begin));
    return parts;
  }

  /** After the last white space that fits; where there is none, not within a character. */
  private static int end(String text, int begin) {
    int most = begin + LONGEST;
    for (int end = most; end > begin + LONGEST / 2; end--) {
      if (Character.isWhitespace(text.charAt(end - 1))) {
        return end;
      }
    }
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }
}
