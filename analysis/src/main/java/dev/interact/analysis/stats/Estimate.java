package dev.interact.analysis.stats;

/**
 * An estimate of a mean or a contrast, with what is known of its precision.
 *
 * @param clusters independent units that it is made from
 * @param standardError cluster-robust (CR2); null below two clusters
 * @param df degrees of freedom of the t distribution behind the interval (Satterthwaite); null as
 *     the standard error
 * @param interval null below ten clusters, where none would be honest
 */
public record Estimate(
    double value, int clusters, Double standardError, Double df, Interval interval) {
  /** Fewest clusters for which an interval is given. */
  public static final int FEWEST_CLUSTERS = 10;
}
