package dev.interact.bench.stub;

import java.util.SplittableRandom;

/**
 * How long a model takes to answer: lognormally distributed, or always the same where both values
 * are equal.
 *
 * @param median milliseconds
 * @param p99 milliseconds that one call in a hundred exceeds; not less than the median
 */
public record Latency(double median, double p99) {
  private static final double NORMAL_P99 = 2.326348;

  public static Latency fixed(double millis) {
    return new Latency(millis, millis);
  }

  /** The latency of one call in milliseconds: the same for the same seed. */
  public double of(long seed) {
    return median * Math.exp(sigma() * new SplittableRandom(seed).nextGaussian());
  }

  /** Milliseconds on average over many calls. */
  public double mean() {
    return median * Math.exp(sigma() * sigma() / 2);
  }

  private double sigma() {
    return Math.log(p99 / median) / NORMAL_P99;
  }
}
