package dev.interact.analysis.stats;

import dev.interact.analysis.stats.Estimate.Precision;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A weighted mean of values that come in clusters: weighted least squares with an intercept alone,
 * its CR2 standard error and Satterthwaite's degrees of freedom (Bell &amp; McCaffrey 2002;
 * Pustejovsky &amp; Tipton 2018). With one value to a cluster and equal weights it is the
 * textbook's mean with its t interval.
 */
public final class ClusterMean {
  private ClusterMean() {}

  /**
   * The mean, with a symmetric t interval: for differences, and whatever is not near a bound.
   *
   * @param cluster of each value; any numbers
   * @param weights above 0; only their ratios matter
   * @param level of the interval, from 0 to 1
   * @throws IllegalArgumentException where the lengths differ, nothing is given, or a weight is not
   *     above 0
   */
  public static Estimate of(double[] values, int[] cluster, double[] weights, double level) {
    check(values, cluster, weights);
    return areDistinct(cluster) && areEqual(weights)
        ? ofIndependent(values, level)
        : ofClusters(values, cluster, weights, level);
  }

  private static boolean areDistinct(int[] cluster) {
    int[] sorted = cluster.clone();
    Arrays.sort(sorted);
    return IntStream.range(1, sorted.length).noneMatch(at -> sorted[at - 1] == sorted[at]);
  }

  private static boolean areEqual(double[] weights) {
    return Arrays.stream(weights).allMatch(weight -> weight == weights[0]);
  }

  /** The textbook's: for thousands of values a thousandth of the work. */
  private static Estimate ofIndependent(double[] values, double level) {
    int n = values.length;
    double mean = Arrays.stream(values).sum() / n;
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double error = n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n);
    boolean isRounding = error <= Math.abs(mean) * RobustCovariance.ROUNDING;
    return Estimate.of(mean, n, new Precision(isRounding ? 0 : error, n - 1.0), level);
  }

  /** Whatever clusters and weights there are. */
  static Estimate ofClusters(double[] values, int[] cluster, double[] weights, double level) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    LeastSquares fit = LeastSquares.fit(new double[][] {ones}, values, weights);
    RobustCovariance covariance = new RobustCovariance(fit, weights, cluster);
    double mean = fit.coefficients()[0];
    return Estimate.of(mean, covariance.clusters(), covariance.precision(new double[] {1}), level);
  }

  /**
   * The mean of proportions such as accuracies, with the interval drawn on the logit scale and
   * mapped back (Korn &amp; Graubard 1998; R's {@code survey::svyciprop(method = "logit")}): near 0
   * and 1 it keeps its level, which the symmetric one does not, and it stays between them. Where
   * every value is 0, or every one is 1, the interval is Clopper &amp; Pearson's for as many
   * independent trials as there are clusters.
   *
   * @param values from 0 to 1
   * @throws IllegalArgumentException as {@link #of}, and where a value is outside 0 to 1
   */
  public static Estimate ofProportions(
      double[] values, int[] cluster, double[] weights, double level) {
    if (Arrays.stream(values).anyMatch(value -> !(value >= 0 && value <= 1))) {
      throw new IllegalArgumentException("A proportion lies between 0 and 1; found another value.");
    }
    Estimate mean = of(values, cluster, weights, level);
    if (mean.clusters() < Estimate.FEWEST_CLUSTERS) {
      return mean;
    }
    return with(mean, bounded(values, mean, level));
  }

  private static Interval bounded(double[] values, Estimate mean, double level) {
    double farthest = Math.pow((1 - level) / 2, 1 / (mean.df() + 1));
    if (Arrays.stream(values).allMatch(value -> value == 0)) {
      return new Interval(0, 1 - farthest, level);
    }
    if (Arrays.stream(values).allMatch(value -> value == 1)) {
      return new Interval(farthest, 1, level);
    }
    return mean.interval() == null ? null : logit(mean, level);
  }

  private static Interval logit(Estimate mean, double level) {
    double odds = mean.value() / (1 - mean.value());
    double reach =
        mean.t().inverseSurvivalProbability((1 - level) / 2)
            * mean.standardError()
            / (mean.value() * (1 - mean.value()));
    return new Interval(
        proportionOf(odds * Math.exp(-reach)), proportionOf(odds * Math.exp(reach)), level);
  }

  private static double proportionOf(double odds) {
    return 1 - 1 / (1 + odds);
  }

  private static Estimate with(Estimate mean, Interval interval) {
    return new Estimate(mean.value(), mean.clusters(), mean.standardError(), mean.df(), interval);
  }

  private static void check(double[] values, int[] cluster, double[] weights) {
    if (values.length == 0) {
      throw new IllegalArgumentException("A mean needs a value; none was given.");
    }
    if (cluster.length != values.length || weights.length != values.length) {
      throw new IllegalArgumentException(
          "A mean needs a cluster and a weight for each of its %d values; found %d and %d."
              .formatted(values.length, cluster.length, weights.length));
    }
    if (Arrays.stream(weights).anyMatch(weight -> !(weight > 0))) {
      throw new IllegalArgumentException("A weight must be above 0; found one that is not.");
    }
  }
}
