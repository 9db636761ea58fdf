package dev.interact.orchestrator.study;

import dev.interact.orchestrator.study.StudyRow.State;
import java.util.Set;

/** What can be asked of a study. Asked twice, it is as if it had been asked once. */
public enum Control {
  /** Send no more of its calls for now. */
  PAUSE(State.PAUSED, State.RUNNING),
  /** Go on, also after a cancellation. */
  RESUME(State.RUNNING, State.PAUSED, State.CANCELLED),
  /** Send no more of its calls, also when it is handed in again. */
  CANCEL(State.CANCELLED, State.RUNNING, State.PAUSED),
  /** Hand it in again: go on if it was only paused. */
  SUBMIT(State.RUNNING, State.PAUSED),
  /** Run its failed dialogues again, whatever it does now. */
  RETRY(State.RUNNING, State.PAUSED, State.CANCELLED, State.FINISHED);

  private final State goal;
  private final Set<State> from;

  Control(State goal, State... from) {
    this.goal = goal;
    this.from = Set.of(from);
  }

  State goal() {
    return goal;
  }

  /** The states that it changes; the others stay. */
  Set<State> from() {
    return from;
  }
}
