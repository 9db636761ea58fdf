package dev.interact.orchestrator.dialogue;

import java.util.List;

/**
 * What follows from an event.
 *
 * @param next the dialogue's state from now on
 * @param moves what is to be done, in order
 */
public record Decision(Dialogue next, List<Move> moves) {
  public Decision {
    moves = List.copyOf(moves);
  }
}
