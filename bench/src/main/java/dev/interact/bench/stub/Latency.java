package dev.interact.bench.stub;

import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a model takes to answer: lognormally distributed, or always the same where both values
 * are equal. The id of a model that the stub plays says it: {@code stub-2000-15000}.
 *
 * @param median milliseconds
 * @param p99 milliseconds that one call in a hundred exceeds; not less than the median
 */
public record Latency(int median, int p99) {
  private static final Pattern MODEL = Pattern.compile("stub-(\\d{1,9})-(\\d{1,9})");
  private static final double NORMAL_P99 = 2.326348;

  public static Latency fixed(int millis) {
    return new Latency(millis, millis);
  }

  /**
   * That of a model.
   *
   * @throws IllegalArgumentException if its id says none
   */
  static Latency of(String model) {
    Matcher id = MODEL.matcher(model);
    if (!id.matches()) {
      throw new IllegalArgumentException("no model of the stub: " + model);
    }
    return new Latency(Integer.parseInt(id.group(1)), Integer.parseInt(id.group(2)));
  }

  /** The id of a model that takes so long. */
  public String model() {
    return "stub-%d-%d".formatted(median, p99);
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
    return Math.log((double) p99 / median) / NORMAL_P99;
  }
}
