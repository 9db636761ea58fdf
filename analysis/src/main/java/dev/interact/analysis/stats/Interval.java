package dev.interact.analysis.stats;

/**
 * A confidence interval.
 *
 * @param level from 0 to 1, such as 0.95
 */
public record Interval(double low, double high, double level) {}
