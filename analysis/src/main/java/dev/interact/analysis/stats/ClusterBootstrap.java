package dev.interact.analysis.stats;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Intervals from drawing whole clusters with replacement (Efron 1979; Davison &amp; Hinkley 1997).
 * A statistic is a function of the indices, from 0, of the clusters drawn.
 *
 * @param clusters how many there are
 * @param draws samples of so many clusters each, such as 2000
 * @param level of the intervals, from 0 to 1
 */
public record ClusterBootstrap(int clusters, int draws, long seed, double level) {
  private static final Quantile QUANTILE = Quantile.withDefaults().with(EstimationMethod.HF7);
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * Between the quantiles of the drawn statistics (R's type 7); null below ten clusters, and where
   * a statistic is not finite.
   */
  public Interval percentile(ToDoubleFunction<int[]> statistic) {
    double[] replicates = replicates(statistic);
    double tail = (1 - level) / 2;
    return between(replicates, tail, 1 - tail);
  }

  /**
   * The same, corrected for bias and acceleration by the jackknife over clusters (Efron 1987); null
   * as there, and where all drawn statistics lie on one side of the observed one.
   */
  public Interval bca(ToDoubleFunction<int[]> statistic) {
    return bca(statistic, replicates(statistic));
  }

  /** The statistics of all draws, ascending. */
  double[] replicates(ToDoubleFunction<int[]> statistic) {
    RandomGenerator random = Seeded.random(seed);
    double[] replicates = new double[draws];
    int[] drawn = new int[clusters];
    for (int draw = 0; draw < draws; draw++) {
      Arrays.setAll(drawn, at -> random.nextInt(clusters));
      replicates[draw] = statistic.applyAsDouble(drawn);
    }
    Arrays.sort(replicates);
    return replicates;
  }

  Interval bca(ToDoubleFunction<int[]> statistic, double[] replicates) {
    double observed = statistic.applyAsDouble(IntStream.range(0, clusters).toArray());
    double below = share(replicates, observed);
    double bias = NORMAL.inverseCumulativeProbability(below);
    double acceleration = acceleration(statistic);
    double tail = NORMAL.inverseCumulativeProbability((1 - level) / 2);
    return between(
        replicates, corrected(bias, acceleration, tail), corrected(bias, acceleration, -tail));
  }

  private static double corrected(double bias, double acceleration, double z) {
    double moved = bias + z;
    return NORMAL.cumulativeProbability(bias + moved / (1 - acceleration * moved));
  }

  /** Replicates below the observed value, half of those equal to it. */
  private static double share(double[] replicates, double observed) {
    double below = Arrays.stream(replicates).filter(value -> value < observed).count();
    double equal = Arrays.stream(replicates).filter(value -> value == observed).count();
    return (below + equal / 2) / replicates.length;
  }

  private double acceleration(ToDoubleFunction<int[]> statistic) {
    double[] without =
        IntStream.range(0, clusters)
            .mapToDouble(left -> statistic.applyAsDouble(others(left)))
            .toArray();
    double mean = Mean.of(without).getAsDouble();
    double squares = 0;
    double cubes = 0;
    for (double value : without) {
      squares += Math.pow(mean - value, 2);
      cubes += Math.pow(mean - value, 3);
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  private int[] others(int left) {
    return IntStream.range(0, clusters).filter(at -> at != left).toArray();
  }

  private Interval between(double[] replicates, double low, double high) {
    boolean finite =
        Double.isFinite(replicates[0]) && Double.isFinite(replicates[replicates.length - 1]);
    if (clusters < Estimate.FEWEST_CLUSTERS || !finite || !(low > 0 && high < 1)) {
      return null;
    }
    double[] ends = QUANTILE.evaluate(replicates.clone(), low, high);
    return new Interval(ends[0], ends[1], level);
  }
}
