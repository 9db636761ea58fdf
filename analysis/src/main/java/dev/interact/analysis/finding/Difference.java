package dev.interact.analysis.finding;

import dev.interact.analysis.contrast.ItemFlips.Flips;
import dev.interact.analysis.stats.EffectSize;
import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.stats.NonInferiority;
import dev.interact.analysis.stats.PairedTest;
import dev.interact.analysis.stats.Tost;
import dev.interact.analysis.table.Sample;

/**
 * A difference of two sittings, and what can be said of it.
 *
 * @param one what the first is called
 * @param sample of at least one concept
 * @param estimate in accuracy points
 * @param test sign flips of clusters
 * @param effect null below two clusters
 * @param unpaired concepts that are left out
 * @param primary whether the study set out to show it
 * @param flips null where items were not looked at
 */
record Difference(
    String one,
    String other,
    Sample sample,
    int unpaired,
    boolean primary,
    Estimate estimate,
    PairedTest test,
    EffectSize effect,
    Flips flips) {
  /** Of one-sided tests, and of what is called decided. */
  static final double ALPHA = 0.05;

  private static final int DRAWS = 10_000;

  /** What is known of whether a difference is 0. */
  enum Decision {
    HIGHER,
    LOWER,
    /** Zero is not excluded. */
    OPEN,
    /** All clusters have the same difference, so that nothing is known of their spread. */
    ALIKE,
    /** Too few clusters for an interval. */
    TOO_FEW
  }

  static Difference of(String one, String other, Sample sample, long seed) {
    double[] contributions = sample.contributions();
    return new Difference(
        one,
        other,
        sample,
        0,
        false,
        Numbers.difference(sample),
        PairedTest.signFlip(contributions, seed, DRAWS),
        contributions.length < 2 ? null : EffectSize.of(contributions),
        null);
  }

  Difference with(Flips counted) {
    return new Difference(one, other, sample, unpaired, primary, estimate, test, effect, counted);
  }

  Difference with(int leftOut, boolean isPrimary) {
    return new Difference(one, other, sample, leftOut, isPrimary, estimate, test, effect, flips);
  }

  String label() {
    return "%s \u2212 %s".formatted(one, other);
  }

  /** Decided is what both the interval and the test say. */
  Decision decision() {
    if (estimate.clusters() < Estimate.FEWEST_CLUSTERS) {
      return Decision.TOO_FEW;
    }
    if (estimate.interval() == null) {
      return Decision.ALIKE;
    }
    boolean low = test.twoSided() < ALPHA && estimate.interval().high() < 0;
    boolean high = test.twoSided() < ALPHA && estimate.interval().low() > 0;
    return high ? Decision.HIGHER : low ? Decision.LOWER : Decision.OPEN;
  }

  /** Equivalence; null where it cannot be tested. */
  Tost within(double margin) {
    return estimate.interval() == null ? null : Tost.of(estimate, margin, ALPHA);
  }

  /** Non-inferiority; null where it cannot be tested. */
  NonInferiority above(double margin) {
    return estimate.interval() == null ? null : NonInferiority.of(estimate, margin, ALPHA);
  }
}
