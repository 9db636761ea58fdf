package dev.interact.analysis.power;

import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.stats.Power;
import dev.interact.analysis.table.Sample;
import dev.interact.study.input.InvalidInput;
import java.util.List;
import java.util.Locale;

/**
 * What a paired comparison of a planned study can show with power 80% at alpha 5%.
 *
 * @param clusters planned, independent of each other
 * @param deviation standard deviation of the paired differences between clusters, in accuracy
 *     points
 * @param basis where the deviation is from, as a part of a sentence
 * @param difference smallest that a two-sided test finds, in accuracy points; null below the fewest
 *     clusters that are tested at all
 * @param margin smallest of equivalence that two one-sided tests show when the true difference is
 *     0, in accuracy points; null as the difference
 */
public record Foresight(
    int clusters, double deviation, String basis, Double difference, Double margin) {
  private static final double ALPHA = 0.05;
  private static final double POWER = 0.8;
  private static final double POINTS = 100;

  /**
   * From a deviation that somebody states.
   *
   * @param deviation above 0, in accuracy points
   * @throws InvalidInput if it is not
   */
  public static Foresight of(int clusters, double deviation) {
    return of(clusters, deviation, "as stated");
  }

  /** From the deviation that another study had. */
  public static Foresight of(int clusters, Deviation earlier) {
    return of(clusters, earlier.points(), earlier.basis());
  }

  private static Foresight of(int clusters, double deviation, String basis) {
    if (!(deviation > 0 && deviation <= POINTS)) {
      throw InvalidInput.of(
          null,
          "A standard deviation of paired differences lies above 0 and up to %.0f accuracy points; found %s."
              .formatted(POINTS, deviation));
    }
    if (clusters < Estimate.FEWEST_CLUSTERS) {
      return new Foresight(clusters, deviation, basis, null, null);
    }
    Power power = new Power(clusters, deviation, ALPHA, POWER);
    return new Foresight(
        clusters, deviation, basis, power.smallestDifference(), power.smallestMargin());
  }

  /** The same for people. */
  public List<String> sentences() {
    if (difference == null) {
      return List.of(
          "With %d clusters nothing is tested: intervals and tests need %d, so plan more concepts that are independent of each other."
              .formatted(clusters, Estimate.FEWEST_CLUSTERS));
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "With %d clusters and a standard deviation of %.2f points between them (%s), a paired comparison finds a difference of %.2f points with power 80%% (two-sided, alpha 5%%).",
            clusters,
            deviation,
            basis,
            difference),
        String.format(
            Locale.ROOT,
            "Equivalence can be shown with power 80%% for margins of %.2f points and more, where in truth there is no difference (two one-sided tests, alpha 5%%).",
            margin));
  }

  /** The deviation of differences by concept, from 0 to 1, between their clusters. */
  static double deviation(Sample differences) {
    double[] clusters = differences.contributions();
    double mean = differences.mean();
    double squares = 0;
    for (double cluster : clusters) {
      squares += (cluster - mean) * (cluster - mean);
    }
    return POINTS * Math.sqrt(squares / (clusters.length - 1));
  }
}
