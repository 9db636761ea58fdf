package dev.interact.offline.text;

import java.util.List;

/** Puts sentences together again. */
public final class Prose {

  private Prose() {}

  /**
   * Joined by spaces; after a sentence without a full stop, such as a line of a song, by a line.
   */
  public static String of(List<String> sentences) {
    var prose = new StringBuilder();
    for (String sentence : sentences) {
      if (!prose.isEmpty()) {
        prose.append(endsInStop(prose) ? ' ' : '\n');
      }
      prose.append(sentence);
    }
    return prose.toString();
  }

  private static boolean endsInStop(CharSequence text) {
    return ".!?\"”’')".indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
