package dev.interact.analysis.stats;

/**
 * A confidence interval.
 *
 * @param level from 0 to 1, such as 0.95
 */
public record Interval(double low, double high, double level) {
  /** The level of intervals that are shown. */
  public static final double SHOWN = 0.95;
}
