package dev.interact.orchestrator.ledger;

/**
 * Which of several draws of the same request a call is. It is part of the call's key, so that
 * repeats stay draws of their own whatever the seed on the wire.
 *
 * @param repeat the study's seed; null where the temperature is 0, so that repeats would be copies
 * @param candidate which of several answers to choose from; 0 where there is one
 * @param reAsk how often it was asked before, and could not be read
 */
public record Draw(Long repeat, int candidate, int reAsk) {
  /** What stands for a repeat that is null. */
  private static final String NO_REPEAT = "-";

  /** The draw in short, as {@code 1/0/0}: repeat, candidate, re-ask. */
  @Override
  public String toString() {
    return (repeat == null ? NO_REPEAT : repeat) + "/" + candidate + "/" + reAsk;
  }
}
