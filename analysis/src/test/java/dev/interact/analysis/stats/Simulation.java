package dev.interact.analysis.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How often intervals hold the truth of a {@link World}, and how often tests reject a null
 * hypothesis that is true, over studies drawn from it.
 */
final class Simulation {
  private static final double LEVEL = 0.95;
  private static final double ALPHA = 0.05;
  private static final double GAP = 0.05;
  private static final int FAMILY = 5;

  /** One more is a multiple of 100, so that p can be just 0.05 and a fifth of it. */
  private static final int FLIPS = 399;

  private final World world;
  private final int studies;
  private final long seed;
  private final int[] concepts;
  private final double location;
  private final double worseLocation;

  Simulation(World world, int studies, long seed) {
    this.world = world;
    this.studies = studies;
    this.seed = seed;
    this.concepts = world.concepts();
    this.location = world.location(world.accuracy());
    this.worseLocation = world.location(world.accuracy() - GAP);
  }

  /**
   * Shares of the studies.
   *
   * @param given those that have all intervals
   * @param mean its interval holds the true accuracy
   * @param symmetric the same for the t interval that knows no bounds
   * @param difference the interval holds the true difference of two conditions
   * @param rejected sign flips find two equal conditions different
   * @param family Holm's adjustment finds one or more of five equal pairs different
   */
  record Shares(
      double given,
      double mean,
      double symmetric,
      double difference,
      double rejected,
      double family) {}

  Shares run() {
    int[][] held =
        IntStream.range(0, studies).parallel().mapToObj(this::study).toArray(int[][]::new);
    double[] shares = new double[6];
    Arrays.setAll(
        shares, of -> Arrays.stream(held).mapToInt(row -> row[of]).sum() / (double) studies);
    return new Shares(shares[0], shares[1], shares[2], shares[3], shares[4], shares[5]);
  }

  private int[] study(int number) {
    RandomGenerator random = Seeded.random(seed + number);
    double[] abilities = world.abilities(random);
    double[] sheets = world.sheets(location, abilities, random);
    double[] worse = world.sheets(worseLocation, world.alike(abilities, random), random);
    Interval mean = ClusterMean.ofProportions(sheets, concepts, ones(sheets), LEVEL).interval();
    Interval symmetric = mean(sheets);
    Interval difference = mean(difference(sheets, worse));
    double[] p = IntStream.range(0, FAMILY).mapToDouble(at -> equal(random)).toArray();
    double smallest = Arrays.stream(Holm.adjusted(p)).min().orElseThrow();
    return new int[] {
      bit(mean != null && symmetric != null && difference != null),
      bit(holds(mean, world.accuracy())),
      bit(holds(symmetric, world.accuracy())),
      bit(holds(difference, GAP)),
      bit(p[0] <= ALPHA),
      bit(smallest <= ALPHA)
    };
  }

  /** The p of two conditions that do not differ. */
  private double equal(RandomGenerator random) {
    double[] abilities = world.abilities(random);
    double[] one = world.sheets(location, abilities, random);
    double[] other = world.sheets(location, world.alike(abilities, random), random);
    double[] byConcept = difference(one, other);
    double[] byCluster =
        Clusters.rows(concepts).stream()
            .mapToDouble(
                rows ->
                    IntStream.of(rows).mapToDouble(row -> byConcept[row]).average().orElseThrow())
            .toArray();
    return PairedTest.signFlip(byCluster, random.nextLong(), FLIPS).twoSided();
  }

  private Interval mean(double[] values) {
    return ClusterMean.of(values, concepts, ones(values), LEVEL).interval();
  }

  private static double[] difference(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(at -> one[at] - other[at]).toArray();
  }

  private static boolean holds(Interval interval, double truth) {
    return interval != null && interval.low() <= truth && truth <= interval.high();
  }

  private static int bit(boolean is) {
    return is ? 1 : 0;
  }

  private static double[] ones(double[] like) {
    double[] ones = new double[like.length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
