package dev.interact.analysis.finding;

import dev.interact.analysis.stats.NonInferiority;
import dev.interact.analysis.stats.Tost;
import dev.interact.study.analysis.Contrast;

/** A primary contrast of two sittings. */
record Hypothesis(String question, Contrast.Test test, Pair pair) {

  /** Of its test; 1 where it cannot be made. */
  double p(Difference found, double margin) {
    return switch (test) {
      case DIFFERENCE ->
          found.decision() == Difference.Decision.TOO_FEW ? 1 : found.test().twoSided();
      case EQUIVALENCE -> {
        Tost tost = found.within(margin);
        yield tost == null ? 1 : tost.p();
      }
      case NON_INFERIORITY -> {
        NonInferiority above = found.above(margin);
        yield above == null ? 1 : above.p();
      }
    };
  }

  /** What it is that would be shown. */
  String claim(double margin) {
    return switch (test) {
      case DIFFERENCE -> "not 0";
      case EQUIVALENCE -> "within " + Sentences.margin(margin);
      case NON_INFERIORITY -> "above -" + Sentences.margin(margin).substring(1);
    };
  }
}
