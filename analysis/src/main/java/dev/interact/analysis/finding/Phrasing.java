package dev.interact.analysis.finding;

/**
 * How results are spoken of.
 *
 * @param margin of equivalence, in accuracy points
 * @param interim whether dialogues are still to come
 */
record Phrasing(double margin, boolean interim) {
  /** A sentence, marked where the study still runs. */
  String said(String sentence) {
    return interim ? "Interim: " + sentence : sentence;
  }

  /** How intervals are titled. */
  String interval() {
    return interim ? "interim 95% CI" : "95% CI";
  }
}
