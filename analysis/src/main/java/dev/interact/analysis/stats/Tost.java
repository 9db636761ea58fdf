package dev.interact.analysis.stats;

/**
 * Equivalence by two one-sided t tests (Schuirmann 1987): a difference lies within +-margin.
 *
 * @param margin at least 0, in the unit of the difference
 * @param pLower of the hypothesis that the difference is -margin or below
 * @param pUpper of the hypothesis that it is +margin or above
 * @param p the larger of both
 * @param equivalent whether p is below alpha
 * @param interval at level 1 - 2 alpha; within +-margin just where equivalence is shown
 */
public record Tost(
    double margin, double pLower, double pUpper, double p, boolean equivalent, Interval interval) {
  /**
   * Tests an estimate that has an interval.
   *
   * @param alpha of each one-sided test, such as 0.05
   * @throws IllegalArgumentException where the estimate has no interval: nothing can be decided
   */
  public static Tost of(Estimate difference, double margin, double alpha) {
    requireInterval(difference);
    double error = difference.standardError();
    double lower = difference.t().survivalProbability((difference.value() + margin) / error);
    double upper = difference.t().cumulativeProbability((difference.value() - margin) / error);
    double p = Math.max(lower, upper);
    Interval interval = difference.at(1 - 2 * alpha).interval();
    return new Tost(margin, lower, upper, p, p < alpha, interval);
  }

  static void requireInterval(Estimate difference) {
    if (difference.interval() == null) {
      throw new IllegalArgumentException(
          ("An estimate without an interval (of fewer than %d clusters, or of clusters that all"
                  + " agree) cannot be tested; found one of %d clusters.")
              .formatted(Estimate.FEWEST_CLUSTERS, difference.clusters()));
    }
  }
}
