package dev.interact.analysis.stats;

/**
 * A one-sided t test that a difference is above -margin.
 *
 * @param margin at least 0, in the unit of the difference
 * @param p of the hypothesis that the difference is -margin or below
 * @param bound lower confidence bound of the difference, at level 1 - alpha
 * @param shown whether p is below alpha, so that the bound is above -margin
 */
public record NonInferiority(double margin, double p, double bound, boolean shown) {
  /**
   * Tests an estimate that has an interval.
   *
   * @param alpha of the one-sided test, such as 0.05
   * @throws IllegalArgumentException where the estimate has no interval: nothing can be decided
   */
  public static NonInferiority of(Estimate difference, double margin, double alpha) {
    Tost.requireInterval(difference);
    double error = difference.standardError();
    double p = difference.t().survivalProbability((difference.value() + margin) / error);
    double bound = difference.value() - difference.t().inverseSurvivalProbability(alpha) * error;
    return new NonInferiority(margin, p, bound, p < alpha);
  }
}
