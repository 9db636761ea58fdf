package dev.interact.analysis.table;

import java.util.Arrays;

/**
 * A figure of each of several concepts, as estimators take it.
 *
 * @param values one for each concept, in the order of their ids
 * @param cluster of each, from 0; concepts of one cluster are not independent of each other
 * @param weights of each in a mean; their own mean is 1
 */
public record Sample(double[] values, int[] cluster, double[] weights) {

  /** How many concepts. */
  public int concepts() {
    return values.length;
  }

  /** How many independent units. */
  public int clusters() {
    return Arrays.stream(cluster).max().orElse(-1) + 1;
  }

  /** The weighted mean; null where there is no concept. */
  public Double mean() {
    return values.length == 0 ? null : Arrays.stream(contributions()).sum() / clusters();
  }

  /**
   * What each cluster contributes to the mean: the plain mean over these is the weighted mean over
   * concepts. Turning the sign of one turns the signs of its concepts.
   */
  public double[] contributions() {
    double[] sums = new double[clusters()];
    for (int i = 0; i < values.length; i++) {
      sums[cluster[i]] += weights[i] * values[i];
    }
    double scale = sums.length / Arrays.stream(weights).sum();
    return Arrays.stream(sums).map(sum -> sum * scale).toArray();
  }
}
