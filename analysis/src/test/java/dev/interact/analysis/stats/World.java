package dev.interact.analysis.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A world whose truth is known: clusters of one concept or of one to three, each with a sheet of
 * nine items. A concept's items are answered right with probability expit(location + spread * z),
 * independently; z is standard normal and the same for the concepts of a cluster. In another
 * condition the z of a cluster correlates with its first one by 0.8.
 *
 * @param most concepts of a cluster: they have 1, 2 ... most, 1, 2 ... of them
 * @param spread standard deviation of the clusters' log odds
 */
record World(int clusters, int most, double accuracy, double spread) {
  private static final int ITEMS = 9;
  private static final double SHARED = 0.8;
  private static final double EDGE = 8;
  private static final double STEP = 0.01;

  /** The cluster of each concept. */
  int[] concepts() {
    return IntStream.range(0, clusters)
        .flatMap(cluster -> IntStream.generate(() -> cluster).limit(1 + cluster % most))
        .toArray();
  }

  /** A z for each cluster. */
  double[] abilities(RandomGenerator random) {
    double[] drawn = new double[clusters];
    Arrays.setAll(drawn, at -> random.nextGaussian());
    return drawn;
  }

  /** A z for each cluster in another condition. */
  double[] alike(double[] abilities, RandomGenerator random) {
    double[] drawn = abilities(random);
    double own = Math.sqrt(1 - SHARED * SHARED);
    Arrays.setAll(drawn, at -> SHARED * abilities[at] + own * drawn[at]);
    return drawn;
  }

  /** The accuracy of each concept, for a condition of this location. */
  double[] sheets(double location, double[] abilities, RandomGenerator random) {
    return IntStream.of(concepts())
        .mapToDouble(cluster -> expit(location + spread * abilities[cluster]))
        .map(right -> right(right, random) / (double) ITEMS)
        .toArray();
  }

  private static int right(double probability, RandomGenerator random) {
    int right = 0;
    for (int item = 0; item < ITEMS; item++) {
      right += random.nextDouble() < probability ? 1 : 0;
    }
    return right;
  }

  /** The location of a condition with this accuracy over all clusters there might be. */
  double location(double accuracy) {
    double low = -30;
    double high = 30;
    for (int halving = 0; halving < 100; halving++) {
      double middle = (low + high) / 2;
      if (accuracyAt(middle) < accuracy) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double accuracyAt(double location) {
    double sum = 0;
    double density = 0;
    for (double z = -EDGE; z <= EDGE; z += STEP) {
      sum += Math.exp(-z * z / 2) * expit(location + spread * z);
      density += Math.exp(-z * z / 2);
    }
    return sum / density;
  }

  private static double expit(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
