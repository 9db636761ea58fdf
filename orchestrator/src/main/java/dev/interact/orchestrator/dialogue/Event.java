package dev.interact.orchestrator.dialogue;

/** What happened to a step that a dialogue waited for. */
public sealed interface Event {
  /** The lesson was written, the question asked or the answer given. */
  record Done(Step step) implements Event {}

  /** Every item of a sheet could be read. */
  record SheetRead(Step.Sit sheet) implements Event {}

  /** Some item of a sheet could not be read. */
  record SheetUnreadable(Step.Sit sheet) implements Event {}

  /** The call of a step failed for good. */
  record Failed(Step step, String reason) implements Event {}
}
