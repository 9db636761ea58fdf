package dev.interact.analysis.table;

/** What a dialogue that failed counts. */
public enum FailedDialogues {
  /** Nothing: it is left out, and so is what it would be paired with. The primary analysis. */
  COMPLETE_PAIRS,
  /**
   * All planned dialogues count. At the turns that it has no whole quiz of, one that failed keeps
   * the accuracy that it had last; 0 where it had none.
   */
  ALL_PLANNED,
  /**
   * All planned dialogues count; at the turns that it has no whole quiz of, one that failed has 0.
   */
  ALL_PLANNED_AT_ZERO
}
