package dev.interact.analysis.table;

/** What counts as what where something is missing. */
public record Rules(ParseFailures parseFailures, FailedDialogues failedDialogues) {
  /** The rules of the primary analysis; others are its sensitivities. */
  public static final Rules PRIMARY =
      new Rules(ParseFailures.WRONG, FailedDialogues.COMPLETE_PAIRS);
}
