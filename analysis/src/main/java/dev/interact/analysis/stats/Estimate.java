package dev.interact.analysis.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimate of a mean or a contrast, with what is known of its precision.
 *
 * @param clusters independent units that it is made from
 * @param standardError cluster-robust (CR2); null below two clusters
 * @param df degrees of freedom of the t distribution behind the interval (Satterthwaite); null as
 *     the standard error
 * @param interval null below ten clusters, where none would be honest, and where all clusters
 *     agree, so that nothing is known of their spread
 */
public record Estimate(
    double value, int clusters, Double standardError, Double df, Interval interval) {
  /** Fewest clusters for which an interval is given. */
  public static final int FEWEST_CLUSTERS = 10;

  /** With the interval value +- t(df) * standard error, where there may be one. */
  static Estimate of(double value, int clusters, Precision precision, double level) {
    if (clusters < 2) {
      return new Estimate(value, clusters, null, null, null);
    }
    double error = precision.standardError();
    Estimate bare = new Estimate(value, clusters, error, precision.df(), null);
    return clusters < FEWEST_CLUSTERS || precision.isNone() ? bare : bare.within(level);
  }

  /** The same with its t interval at another level; without one where there was none before. */
  Estimate at(double level) {
    return interval == null ? this : within(level);
  }

  /** The distribution of (value - truth) / standard error. */
  TDistribution t() {
    return TDistribution.of(df);
  }

  private Estimate within(double level) {
    double reach = t().inverseSurvivalProbability((1 - level) / 2) * standardError;
    return new Estimate(
        value, clusters, standardError, df, new Interval(value - reach, value + reach, level));
  }

  /**
   * How precisely a linear combination of coefficients is known.
   *
   * @param df Satterthwaite's
   */
  record Precision(double standardError, double df) {
    /** Whether residuals are but rounding, so that nothing is known. */
    boolean isNone() {
      return !(standardError > 0 && df > 0);
    }
  }
}
