package dev.interact.orchestrator.dialogue;

/** What happened to a step that a dialogue waited for. */
public sealed interface Event {
  /** The lesson was written, the question asked or the answer given. */
  record Done(Step step) implements Event {}

  /** The student asks no more. */
  record Stopped(Step.Ask question) implements Event {}

  /**
   * Every item of a sheet could be read.
   *
   * @param right how many were answered correctly
   */
  record SheetRead(Step.Sheet sheet, int right) implements Event {}

  /**
   * Some item of a sheet could not be read.
   *
   * @param right how many of the others were answered correctly
   */
  record SheetUnreadable(Step.Sheet sheet, int right) implements Event {}

  /** The call of a step failed for good. */
  record Failed(Step step, String reason) implements Event {}
}
