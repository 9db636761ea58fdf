package dev.interact.analysis.stats;

/**
 * A coefficient of a regression, or a linear contrast of some.
 *
 * @param t estimate / standard error; null as the interval of the estimate
 * @param p two-sided, from 0 to 1; null as t
 */
public record Coefficient(String name, Estimate estimate, Double t, Double p) {
  static Coefficient of(String name, Estimate estimate) {
    if (estimate.interval() == null) {
      return new Coefficient(name, estimate, null, null);
    }
    double t = estimate.value() / estimate.standardError();
    return new Coefficient(name, estimate, t, 2 * estimate.t().survivalProbability(Math.abs(t)));
  }
}
