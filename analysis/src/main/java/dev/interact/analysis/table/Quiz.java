package dev.interact.analysis.table;

/**
 * The quiz that counts for a dialogue at a turn.
 *
 * @param dialogue the dialogue's id
 * @param turn after which it was sat: an earlier one where the dialogue ended before; null where
 *     nothing was
 * @param tally null where nothing was
 */
public record Quiz(String dialogue, Integer turn, Tally tally) {
  /** A figure of it; null where it has none. */
  public Double score(Score score) {
    return tally == null ? score.ofNothing() : score.of(tally);
  }
}
