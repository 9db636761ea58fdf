package dev.interact.analysis.finding;

import dev.interact.analysis.report.Wording;
import java.util.List;

/**
 * What became of a hypothesis.
 *
 * @param p of its own test
 * @param adjusted for its family, by Holm
 */
record Tested(
    Hypothesis hypothesis, Difference difference, double p, double adjusted, double margin) {

  boolean isShown() {
    return adjusted < Difference.ALPHA;
  }

  /** What it shows, with the p that counts. */
  String sentence() {
    String sentence =
        switch (hypothesis.test()) {
          case DIFFERENCE -> Sentences.difference(difference);
          case EQUIVALENCE -> Sentences.equivalence(difference, margin);
          case NON_INFERIORITY -> Sentences.nonInferiority(difference, margin);
        };
    return "%s After Holm's adjustment p is %s: %s."
        .formatted(sentence, Wording.p(adjusted), verdict());
  }

  String verdict() {
    boolean isTestable =
        difference.estimate().interval() != null
            || difference.decision() == Difference.Decision.ALIKE;
    if (!isTestable) {
      return "not decidable with this n";
    }
    return isShown() ? "shown" : "not shown";
  }

  List<String> cells(boolean interim) {
    return List.of(
        hypothesis.question(),
        difference.label(),
        hypothesis.claim(margin),
        Numbers.units(difference.sample()),
        Numbers.estimate(difference.estimate()),
        Wording.p(p),
        Wording.p(adjusted),
        interim ? "interim: " + verdict() : verdict());
  }
}
