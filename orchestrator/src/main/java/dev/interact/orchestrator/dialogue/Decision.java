package dev.interact.orchestrator.dialogue;

import java.util.List;

/**
 * What follows from an event.
 *
 * @param next the dialogue's state from now on
 * @param wanted the steps to make calls for, besides those already open
 */
public record Decision(Dialogue next, List<Step> wanted) {
  public Decision {
    wanted = List.copyOf(wanted);
  }
}
