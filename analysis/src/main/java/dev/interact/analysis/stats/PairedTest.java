package dev.interact.analysis.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The sign-flip permutation test of paired differences, one for each cluster: under the null
 * hypothesis a difference is as likely as its negative (Fisher 1935). The statistic is the sum.
 *
 * <p>From ten clusters on p is Lancaster's mid-p (1961; Hwang &amp; Yang 2001): flips whose sum is
 * just as extreme count by half. Sheets of few items leave few sums to tell apart, and a p that
 * counts such ties whole rejects far less often than its level says. Below ten it counts them
 * whole, so that a handful of clusters cannot reject by the half of one flip.
 *
 * @param twoSided p of a sum as far from 0, from 0 to 1; 1 for a sum of 0
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
      tally.count(tally.observed);
    }
    double ties = clusterDifferences.length < Estimate.FEWEST_CLUSTERS ? 1 : 0.5;
    return new PairedTest(
        tally.isZero() ? 1 : tally.far.p(ties), tally.large.p(ties), tally.small.p(ties), exact);
  }

  /** Flips that lie beyond the observed sum on one side, and those that tie with it. */
  private static final class Side {
    private long flips;
    private long beyond;
    private long tied;

    void count(double beyond, double rounding) {
      flips++;
      this.beyond += beyond > rounding ? 1 : 0;
      tied += Math.abs(beyond) <= rounding ? 1 : 0;
    }

    double p(double ofTies) {
      return (beyond + ofTies * tied) / flips;
    }
  }

  /** Compares the sums of flips with the observed one, give or take rounding. */
  private static final class Tally {
    private final double[] differences;
    private final double observed;
    private final double rounding;
    private final Side far = new Side();
    private final Side large = new Side();
    private final Side small = new Side();

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

    boolean isZero() {
      return Math.abs(observed) <= rounding;
    }

    private void count(double sum) {
      far.count(Math.abs(sum) - Math.abs(observed), rounding);
      large.count(sum - observed, rounding);
      small.count(observed - sum, rounding);
    }
  }
}
