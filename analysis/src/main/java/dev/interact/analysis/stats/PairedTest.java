package dev.interact.analysis.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The sign-flip permutation test of paired differences, one for each cluster: under the null
 * hypothesis a difference is as likely as its negative (Fisher 1935). The statistic is the sum.
 *
 * @param twoSided p of a sum as far from 0, from 0 to 1
 * @param greater p of a sum as large
 * @param less p of a sum as small
 * @param exact whether all flips were tried; otherwise the p values come from drawn flips, the
 *     observed one counted among them (Phipson &amp; Smyth 2010)
 */
public record PairedTest(double twoSided, double greater, double less, boolean exact) {
  /** Most clusters for which all flips are tried. */
  public static final int MOST_EXACT = 20;

  /**
   * Tests the differences, of at least one cluster.
   *
   * @param draws random flips, where there are too many to try all
   */
  public static PairedTest signFlip(double[] clusterDifferences, long seed, int draws) {
    Tally tally = new Tally(clusterDifferences);
    boolean exact = clusterDifferences.length <= MOST_EXACT;
    if (exact) {
      tally.all(0, 0);
    } else {
      tally.drawn(Seeded.random(seed), draws);
    }
    int own = exact ? 0 : 1;
    double flips = tally.flips + own;
    return new PairedTest(
        (tally.far + own) / flips, (tally.large + own) / flips, (tally.small + own) / flips, exact);
  }

  /** Counts flips whose sum is as extreme as the observed one, give or take rounding. */
  private static final class Tally {
    private final double[] differences;
    private final double observed;
    private final double rounding;
    private long flips;
    private long far;
    private long large;
    private long small;

    Tally(double[] differences) {
      this.differences = differences;
      this.observed = Arrays.stream(differences).sum();
      this.rounding = 1e-12 * Arrays.stream(differences).map(Math::abs).sum();
    }

    void all(int at, double sum) {
      if (at == differences.length) {
        count(sum);
      } else {
        all(at + 1, sum + differences[at]);
        all(at + 1, sum - differences[at]);
      }
    }

    void drawn(RandomGenerator random, int draws) {
      for (int draw = 0; draw < draws; draw++) {
        double sum = 0;
        long bits = 0;
        for (int at = 0; at < differences.length; at++) {
          bits = at % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
          sum += (bits & 1) == 0 ? differences[at] : -differences[at];
        }
        count(sum);
      }
    }

    private void count(double sum) {
      flips++;
      far += Math.abs(sum) >= Math.abs(observed) - rounding ? 1 : 0;
      large += sum >= observed - rounding ? 1 : 0;
      small += sum <= observed + rounding ? 1 : 0;
    }
  }
}
