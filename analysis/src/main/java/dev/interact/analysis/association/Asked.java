package dev.interact.analysis.association;

/** What a model is of. */
enum Asked {
  QUESTIONS("rq5-questions", "Features of the question, and items that come right", false),
  ANSWERS("rq5-answers", "Features of the answer, and items that come right", false),
  CANDIDATES("rq5-candidates", "Candidates from one prefix, and items that come right", true);

  private final String id;
  private final String caption;
  private final boolean isRandomised;

  Asked(String id, String caption, boolean isRandomised) {
    this.id = id;
    this.caption = caption;
    this.isRandomised = isRandomised;
  }

  String id() {
    return id;
  }

  String caption() {
    return caption;
  }

  /** Whether the rows that are compared differ by a draw alone. */
  boolean isRandomised() {
    return isRandomised;
  }
}
