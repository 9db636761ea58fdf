package dev.interact.orchestrator.dialogue;

/** One thing that a dialogue waits for: the answer of one model call. */
public sealed interface Step {
  /** The lesson of the dialogue's concept. */
  record WriteLesson() implements Step {}

  /** The student's question of a turn; turns count from 1. */
  record Ask(int turn) implements Step {}

  /** The teacher's answer of a turn. */
  record Answer(int turn) implements Step {}

  /**
   * A sheet of the quiz after a turn.
   *
   * @param turn 0 for the quiz before any question
   * @param part which sheet of the quiz; 0 where all items are on one
   * @param draw 0 at first, then one more each time the answer could not be read
   */
  record Sit(int turn, int part, int draw) implements Step {}
}
