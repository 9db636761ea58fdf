package dev.interact.cli.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes figures the way the tables show them. */
public final class Figure {
  public static final String NONE = "-";

  private static final int PERCENT = 100;
  private static final double THOUSAND = 1000;
  private static final double ONE_CENT = 0.01;

  private Figure() {}

  /** 0.4791 is 47.91. */
  static String percent(Optional<Double> rate) {
    return rate.map(value -> format("%.2f", value * PERCENT)).orElse(NONE);
  }

  /** 0.4791 is 48%. */
  public static String roundPercent(double rate) {
    return format("%.0f%%", rate * PERCENT);
  }

  /** As {@link #percent}, with its sign. */
  static String points(Optional<Double> difference) {
    return difference.map(value -> format("%+.2f", value * PERCENT)).orElse(NONE);
  }

  /** To two digits. */
  static String mean(Optional<Double> mean) {
    return mean.map(value -> format("%.2f", value)).orElse(NONE);
  }

  /** With commas. */
  public static String count(long count) {
    return format("%,d", count);
  }

  /** To three digits: 1,234,567 is 1.23M. */
  public static String tokens(long count) {
    double value = count;
    for (String unit : List.of("", "k", "M")) {
      if (value < THOUSAND) {
        return unit.isEmpty() ? String.valueOf(count) : digits(value) + unit;
      }
      value /= THOUSAND;
    }
    return digits(value) + "G";
  }

  private static String digits(double value) {
    return format(value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }

  /** US dollars; to a hundredth of a cent where it is less than one. */
  public static String dollars(double cost) {
    return cost == 0 || cost >= ONE_CENT ? format("$%,.2f", cost) : format("$%.4f", cost);
  }

  static String name(String alias) {
    return alias == null ? NONE : alias;
  }

  private static String format(String pattern, Object value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
