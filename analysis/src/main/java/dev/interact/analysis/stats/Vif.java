package dev.interact.analysis.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Variance inflation factors: 1 / (1 - R²) of each column regressed on the others and an intercept
 * (Belsley, Kuh &amp; Welsch 1980). Above 5 or 10, a coefficient is hard to tell from its
 * neighbours'.
 */
public final class Vif {
  private static final double TOLERANCE = 1e-12;

  private Vif() {}

  /**
   * One for each column, at least 1; infinite where the others determine it, NaN where it does not
   * vary.
   *
   * @param columns without an intercept, each with a value for each row
   */
  public static double[] of(double[][] columns) {
    return IntStream.range(0, columns.length).mapToDouble(at -> of(columns, at)).toArray();
  }

  private static double of(double[][] columns, int at) {
    double[] ones = new double[columns[at].length];
    Arrays.fill(ones, 1);
    double[][] others = columns.clone();
    others[at] = ones;
    double total = squares(LeastSquares.fit(new double[][] {ones}, columns[at], ones));
    double left = squares(LeastSquares.fit(others, columns[at], ones));
    if (total <= TOLERANCE * Arrays.stream(columns[at]).map(value -> value * value).sum()) {
      return Double.NaN;
    }
    return left <= TOLERANCE * total ? Double.POSITIVE_INFINITY : total / left;
  }

  private static double squares(LeastSquares fit) {
    return Arrays.stream(fit.residuals()).map(value -> value * value).sum();
  }
}
