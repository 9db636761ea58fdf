package dev.interact.cli.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain texts as Markdown that shows them as they are. */
final class Markdown {
  /** Only where it would mean something, so that the file is fit to be read as it is. */
  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*|~]|(?<!\\w)_|_(?!\\w)|\\](?=[(\\[:])|<(?=[A-Za-z/!?])|&(?=#?\\w+;)");

  private static final Pattern BRACKET = Pattern.compile("(?<!\\\\)[\\[\\]]");
  private static final Pattern START = Pattern.compile("^(>|#|[-+=](?=[\\s=-]|$))");
  private static final Pattern NUMBERED = Pattern.compile("^(\\d+)([.)])(?=\\s|$)");
  private static final int FENCE = 3;

  private Markdown() {}

  /** On one line. */
  static String text(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    String escaped = SPECIAL.matcher(line).replaceAll("\\\\$0");
    return NUMBERED.matcher(START.matcher(escaped).replaceAll("\\\\$1")).replaceAll("$1\\\\$2");
  }

  /** A picture with this text in its place. */
  static String picture(String text, String file) {
    return "![%s](%s)".formatted(BRACKET.matcher(text(text)).replaceAll("\\\\$0"), file);
  }

  /** A table's. */
  static String row(List<String> cells) {
    return cells.stream().map(Markdown::cell).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String cell(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return SPECIAL.matcher(line).replaceAll("\\\\$0");
  }

  /** Letter by letter, in a fence longer than any that the text has. */
  static String fenced(String text) {
    int longest =
        Pattern.compile("`+")
            .matcher(text)
            .results()
            .mapToInt(run -> run.group().length())
            .max()
            .orElse(0);
    String fence = "`".repeat(Math.max(FENCE, longest + 1));
    return fence + "\n" + text.strip() + "\n" + fence;
  }
}
