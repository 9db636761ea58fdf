package dev.interact.analysis.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What a paired comparison can show, by the exact noncentral t distribution of normal differences.
 *
 * @param clusters pairs of cluster means, at least two
 * @param deviation standard deviation of their differences, above 0
 * @param alpha of the test, such as 0.05
 * @param power wanted, such as 0.8
 */
public record Power(int clusters, double deviation, double alpha, double power) {
  private static final BrentSolver SOLVER = new BrentSolver(1e-12, 1e-12, 1e-15);

  /** Checks the ranges. */
  public Power {
    if (clusters < 2 || !(deviation > 0) || !(alpha > 0 && alpha < power && power < 1)) {
      throw new IllegalArgumentException(
          ("Power needs two clusters or more, a standard deviation above 0, and"
                  + " 0 < alpha < power < 1; found %d, %s, %s and %s.")
              .formatted(clusters, deviation, alpha, power));
    }
  }

  /**
   * The smallest mean difference that the two-sided paired t test finds with the power wanted, in
   * the unit of the deviation; rejections on the wrong side count, as in R's {@code
   * power.t.test(strict = TRUE)}.
   */
  public double smallestDifference() {
    double critical = critical(alpha / 2);
    return smallest(
        shift -> {
          NoncentralT t = new NoncentralT(clusters - 1, shift);
          return t.above(critical) + t.below(-critical);
        });
  }

  /**
   * The smallest margin for which two one-sided tests, each at alpha, find equivalence with the
   * power wanted when the true difference is 0 (Owen's Q, no approximation).
   */
  public double smallestMargin() {
    double critical = critical(alpha);
    return smallest(shift -> new NoncentralT(clusters - 1, shift).bothReject(critical));
  }

  private double critical(double tail) {
    return TDistribution.of(clusters - 1).inverseSurvivalProbability(tail);
  }

  /** The power rises with the shift: mean or margin over its standard error. */
  private double smallest(DoubleUnaryOperator powerAt) {
    double high = 1;
    while (powerAt.applyAsDouble(high) < power) {
      high *= 2;
    }
    double shift = SOLVER.findRoot(at -> powerAt.applyAsDouble(at) - power, 1e-9, high);
    return shift * deviation / Math.sqrt(clusters);
  }
}
