package dev.interact.analysis.report;

import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.stats.Interval;
import java.util.Locale;

/** How figures are written, alike wherever it runs. */
public final class Wording {
  /** In a cell that has no figure. */
  public static final String NONE = "-";

  private static final double SMALLEST_P = 0.001;
  private static final double LARGEST_FACTOR = 1000;

  private Wording() {}

  /** Accuracy points that may be below 0, with their sign. */
  public static String points(double points) {
    return signed("%+.2f", points);
  }

  /** An interval of accuracy points. */
  public static String points(Interval interval) {
    return interval == null
        ? NONE
        : "%s to %s".formatted(points(interval.low()), points(interval.high()));
  }

  /** An estimate with its unit, accuracy points, and its interval, where it has one. */
  public static String points(Estimate estimate) {
    Interval interval = estimate.interval();
    return interval == null
        ? points(estimate.value()) + " points"
        : String.format(
            Locale.ROOT,
            "%s points (%.0f%% CI %s)",
            points(estimate.value()),
            100 * interval.level(),
            points(interval));
  }

  /** A figure without sign, such as a share. */
  public static String figure(double figure) {
    return String.format(Locale.ROOT, "%.2f", figure);
  }

  /** A factor from 1, such as one of variance inflation. */
  public static String factor(Double factor) {
    if (factor == null || factor.isNaN()) {
      return NONE;
    }
    return factor > LARGEST_FACTOR ? "> 1000" : figure(factor);
  }

  /** A p value in a cell. */
  public static String p(Double p) {
    if (p == null) {
      return NONE;
    }
    return p < SMALLEST_P ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  /** Without a negative zero. */
  private static String signed(String format, double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return String.format(Locale.ROOT, format, rounded == 0 ? 0.0 : rounded);
  }
}
