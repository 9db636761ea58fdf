package dev.interact.cli.report.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Writes SVG. A tag is a pattern such as {@code line x1='%s'}; what is put into it is escaped, and
 * numbers are rounded to hundredths.
 */
final class Svg {
  private final StringBuilder xml = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** An element that holds what follows, until {@link #end}. */
  Svg begin(String tag, Object... values) {
    xml.append(filled(tag, values)).append(">\n");
    open.push(name(tag));
    return this;
  }

  Svg end() {
    xml.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** An element without content. */
  Svg add(String tag, Object... values) {
    xml.append(filled(tag, values)).append("/>\n");
    return this;
  }

  /** An element that holds a text. */
  Svg text(String text, String tag, Object... values) {
    xml.append(filled(tag, values)).append('>').append(escaped(text));
    xml.append("</").append(name(tag)).append(">\n");
    return this;
  }

  private static String name(String tag) {
    return tag.split(" ", 2)[0];
  }

  private static String filled(String tag, Object... values) {
    return "<" + tag.formatted(Arrays.stream(values).map(Svg::value).toArray());
  }

  private static String value(Object value) {
    return switch (value) {
      case Ink ink -> ink.light();
      case Number number -> number(number.doubleValue());
      default -> escaped(value.toString());
    };
  }

  /** A coordinate. */
  static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(point -> append(escaped, point));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int point) {
    switch (point) {
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '&' -> escaped.append("&amp;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> escaped.appendCodePoint(isAllowed(point) ? point : '\uFFFD');
    }
  }

  /** Whether XML may hold it. */
  private static boolean isAllowed(int point) {
    boolean control = point < ' ' && point != '\t' && point != '\n' && point != '\r';
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return !control && !surrogate && point != 0xFFFE && point != 0xFFFF;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("<%s> is not ended".formatted(open.peek()));
    }
    return xml.toString();
  }
}
