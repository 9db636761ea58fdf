package dev.interact.orchestrator.dialogue;

/** Something that a decision has done. Moves are made in order: each sees what those before did. */
public sealed interface Move {
  /** A call is made for a step. */
  record Make(Step step) implements Move {}

  /** What of a turn is not this dialogue's own is taken from where the course says. */
  record Take(int turn) implements Move {}

  /** A candidate becomes the turn. */
  record Choose(int turn, int candidate) implements Move {}
}
