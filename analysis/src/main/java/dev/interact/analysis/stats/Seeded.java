package dev.interact.analysis.stats;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random numbers that a seed fixes, on every machine. */
final class Seeded {
  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private Seeded() {}

  static RandomGenerator random(long seed) {
    return FACTORY.create(seed);
  }
}
