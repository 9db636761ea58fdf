package dev.interact.analysis.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A normal variable of mean {@code shift} over an independent estimate S of its standard deviation
 * with {@code df} degrees of freedom; probabilities are integrals over the density of S (Simpson's
 * rule; absolute error below 1e-9).
 */
record NoncentralT(double df, double shift) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int STEPS = 2000;
  private static final double REACH = 12;

  /** P(T &gt; t). */
  double above(double t) {
    return mean(s -> NORMAL.survivalProbability(t * s - shift), farthest());
  }

  /** P(T &lt; t). */
  double below(double t) {
    return mean(s -> NORMAL.cumulativeProbability(t * s - shift), farthest());
  }

  /**
   * P(|Z| &lt; shift - t S) for a standard normal Z: both one-sided tests against +-shift reject at
   * the critical value t when the truth is 0 (Owen 1965).
   */
  double bothReject(double t) {
    return mean(
        s -> 1 - 2 * NORMAL.survivalProbability(shift - t * s), Math.min(shift / t, farthest()));
  }

  private double farthest() {
    return 1 + REACH / Math.sqrt(2 * df);
  }

  private double mean(DoubleUnaryOperator value, double to) {
    double from = Math.max(0, 1 - REACH / Math.sqrt(2 * df));
    if (to <= from) {
      return 0;
    }
    double step = (to - from) / STEPS;
    double sum = 0;
    for (int at = 0; at <= STEPS; at++) {
      double s = from + at * step;
      double factor = at == 0 || at == STEPS ? 1 : at % 2 == 0 ? 2 : 4;
      sum += factor * value.applyAsDouble(s) * density(s);
    }
    return sum * step / 3;
  }

  /** Of S: the root of chi-squared(df) / df. */
  private double density(double s) {
    double half = df / 2;
    double power = df == 1 ? 0 : (df - 1) * Math.log(s);
    return 2 * Math.exp(half * Math.log(half) - LogGamma.value(half) + power - half * s * s);
  }
}
