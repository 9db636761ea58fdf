package dev.interact.offline.text;

import java.util.List;
import java.util.regex.Pattern;

/** The parts of a text between blank lines. */
public final class Paragraphs {

  private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");

  private Paragraphs() {}

  /** In text order; at least one, which may be empty. */
  public static List<String> of(String text) {
    return List.of(BLANK_LINE.split(text, -1));
  }

  /** The text of some. */
  public static String join(List<String> paragraphs) {
    return String.join("\n\n", paragraphs);
  }
}
