package dev.interact.contracts;

/**
 * How a model is asked to sample.
 *
 * @param temperature from 0 to 2
 * @param maxTokens the largest answer, in the model's tokens; more than 0
 * @param seed the seed on the wire, from 0 to 2^31 - 1
 */
public record Sampling(double temperature, int maxTokens, int seed) {
  public Sampling {
    if (!(temperature >= 0 && temperature <= 2)) {
      throw new IllegalArgumentException("temperature must be from 0 to 2, not " + temperature);
    }
    if (maxTokens < 1) {
      throw new IllegalArgumentException("max tokens must be at least 1, not " + maxTokens);
    }
  }
}
