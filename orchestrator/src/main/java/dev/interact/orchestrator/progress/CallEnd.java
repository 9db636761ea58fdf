package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.dialogue.Event;
import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.ledger.CallRow;

/**
 * How a call has ended, as far as a dialogue that waits for it is concerned.
 *
 * @param call its key
 * @param failure why it failed for good; null where it was answered
 * @param formatError why the answer, a sheet, cannot be read; null where it can
 */
record CallEnd(String call, String failure, String formatError) {

  static CallEnd of(CallRow call) {
    boolean failed = call.status == CallRow.Status.FAILED;
    return new CallEnd(call.key, failed ? String.valueOf(call.reason) : null, call.formatError);
  }

  /** The end of a call that is yet to be made, if all goes well. */
  static CallEnd hoped(String call) {
    return new CallEnd(call, null, null);
  }

  boolean isFailure() {
    return failure != null;
  }

  /** What it is to a dialogue that took a step and waited for the call. */
  Event event(Step step) {
    if (isFailure()) {
      return new Event.Failed(step, failure);
    }
    if (step instanceof Step.Sit sheet) {
      return formatError == null ? new Event.SheetRead(sheet) : new Event.SheetUnreadable(sheet);
    }
    return new Event.Done(step);
  }
}
