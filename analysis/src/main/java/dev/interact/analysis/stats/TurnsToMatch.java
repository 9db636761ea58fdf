package dev.interact.analysis.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many turns of a dialogue it takes to match a static condition.
 *
 * @param first first turn whose mean difference (dynamic - static) is at least -margin, counted
 *     from 0; {@link #NEVER} where there is none
 * @param low lower end of the percentile bootstrap interval of the first turn, over clusters;
 *     "never" ranks above the last turn; null below ten clusters
 * @param high its upper end
 * @param claimed the earliest turn from which on non-inferiority is shown at every turn, by
 *     one-sided t tests from the last turn backwards to the first that fails: in this fixed order
 *     each has the full alpha, 1 - level (Maurer, Hothorn &amp; Lehmacher 1995); {@link #NEVER}
 *     where the last turn's test fails; null where that one cannot be made
 */
public record TurnsToMatch(int first, Integer low, Integer high, Integer claimed) {
  /** Not in the turns observed: more than the last of them. */
  public static final int NEVER = Integer.MAX_VALUE;

  private static final double ROUNDING = 1e-12;

  /**
   * Counts the turns.
   *
   * @param differences by turn, then by cluster, each cluster in every turn
   * @param margin at least 0, in the unit of the differences
   * @param bootstrap over the clusters; its level also sets alpha
   */
  public static TurnsToMatch of(double[][] differences, double margin, ClusterBootstrap bootstrap) {
    if (Arrays.stream(differences).anyMatch(turn -> turn.length != bootstrap.clusters())) {
      throw new IllegalArgumentException(
          "Turns to match need each of the %d clusters in every turn; one is missing."
              .formatted(bootstrap.clusters()));
    }
    int first = first(differences, margin, IntStream.range(0, bootstrap.clusters()).toArray());
    Integer claimed = claimed(differences, margin, bootstrap.level());
    if (bootstrap.clusters() < Estimate.FEWEST_CLUSTERS) {
      return new TurnsToMatch(first, null, null, claimed);
    }
    double[] turns = bootstrap.replicates(drawn -> first(differences, margin, drawn));
    double tail = (1 - bootstrap.level()) / 2;
    return new TurnsToMatch(first, ranked(turns, tail), ranked(turns, 1 - tail), claimed);
  }

  private static int first(double[][] differences, double margin, int[] clusters) {
    return IntStream.range(0, differences.length)
        .filter(turn -> mean(differences[turn], clusters) >= -margin - ROUNDING)
        .findFirst()
        .orElse(NEVER);
  }

  private static double mean(double[] values, int[] at) {
    return IntStream.of(at).mapToDouble(cluster -> values[cluster]).average().orElseThrow();
  }

  /** The smallest turn with this share of draws at or below it (R's type 1). */
  private static int ranked(double[] turns, double share) {
    return (int) turns[(int) Math.ceil(share * turns.length - 1e-9) - 1];
  }

  private static Integer claimed(double[][] differences, double margin, double level) {
    int claimed = NEVER;
    for (int turn = differences.length - 1; turn >= 0; turn--) {
      Boolean shown = shown(differences[turn], margin, level);
      if (shown == null && claimed == NEVER) {
        return null;
      }
      if (!Boolean.TRUE.equals(shown)) {
        return claimed;
      }
      claimed = turn;
    }
    return claimed;
  }

  private static Boolean shown(double[] differences, double margin, double level) {
    int[] own = IntStream.range(0, differences.length).toArray();
    double[] ones = new double[differences.length];
    Arrays.fill(ones, 1);
    Estimate mean = ClusterMean.of(differences, own, ones, level);
    return mean.interval() == null ? null : NonInferiority.of(mean, margin, 1 - level).shown();
  }
}
