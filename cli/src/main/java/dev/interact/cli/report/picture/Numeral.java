package dev.interact.cli.report.picture;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How the figures of one picture are written.
 *
 * @param decimals of all of them
 * @param signed whether a plus is written, as where some are negative
 */
record Numeral(int decimals, boolean signed) {
  static final String NONE = "–";

  private static final double LARGE = 10;
  private static final double MEDIUM = 1;

  /** One decimal if any reaches 10, more for smaller ones. */
  static Numeral of(double... values) {
    double largest = DoubleStream.of(values).map(Math::abs).max().orElse(LARGE);
    int decimals = largest >= LARGE ? 1 : largest >= MEDIUM ? 2 : 3;
    return new Numeral(decimals, DoubleStream.of(values).anyMatch(value -> value < 0));
  }

  String text(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    String pattern = "%" + (signed ? "+" : "") + "." + decimals + "f";
    return minus(String.format(Locale.ROOT, pattern, value));
  }

  /** With its interval, if there is one. */
  String text(double value, Double low, Double high) {
    return isInterval(low, high) ? text(value) + " " + interval(low, high) : text(value);
  }

  String interval(Double low, Double high) {
    return isInterval(low, high) ? "[%s, %s]".formatted(text(low), text(high)) : NONE;
  }

  static boolean isInterval(Double low, Double high) {
    return low != null && high != null && Double.isFinite(low) && Double.isFinite(high);
  }

  /** The finite ones. */
  static DoubleStream finite(Double... values) {
    return Stream.of(values)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .filter(Double::isFinite);
  }

  /** With a real minus; nothing is less than nothing. */
  static String minus(String number) {
    String zero = number.replaceFirst("^[-+](?=[0.]*$)", "");
    return zero.replace('-', '−');
  }
}
