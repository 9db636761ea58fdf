package dev.interact.study.fork;

import dev.interact.study.Cell;

/**
 * Where a cell's dialogues branch off.
 *
 * @param donor the cell whose dialogue on the same concept is forked; null where there is none
 * @param framing as what the student is shown what it takes over
 * @param at the turn of the fork; null where all turns are alike
 * @param candidate which of several questions at that turn, from 1; null where there is one
 */
public record Branch(ForkKind kind, Cell donor, Framing framing, Integer at, Integer candidate) {
  /** Where the question of a turn comes from. */
  public Source question(int turn) {
    return isTaken(turn) ? Source.DONOR : kind.question();
  }

  /** Where the answer of a turn comes from. */
  public Source answer(int turn) {
    return isTaken(turn) ? Source.DONOR : kind.answer();
  }

  /** A swapped prefix includes the turn of the fork; candidates are asked at it. */
  private boolean isTaken(int turn) {
    return switch (kind) {
      case PREFIX_SWAP -> turn <= at;
      case CANDIDATES -> turn < at;
      default -> false;
    };
  }
}
