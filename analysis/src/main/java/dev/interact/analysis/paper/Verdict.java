package dev.interact.analysis.paper;

/** What a study says of a claim. */
public enum Verdict {
  SUPPORTED("supported"),
  CONTRADICTED("contradicted"),
  /** The interval leaves it open, or there is none. */
  UNDECIDED("not decidable with this n"),
  /** Other models or data than the paper's. */
  NOT_COMPARABLE("not comparable"),
  /** The study lacks what it would take. */
  NOT_TESTED("not tested by this study");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /** In words. */
  public String label() {
    return label;
  }
}
