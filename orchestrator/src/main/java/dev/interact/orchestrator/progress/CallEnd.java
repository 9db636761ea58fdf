package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.ledger.CallRow;

/**
 * How a call has ended, as far as a dialogue that waits for it is concerned.
 *
 * @param call its key
 * @param failure why it failed for good; null where it was answered
 * @param reply null where it failed, or is yet to be made
 * @param choices the options chosen on a sheet, as shown; null where there are none
 * @param formatError why the answer, a sheet, cannot be read; null where it can
 */
record CallEnd(String call, String failure, String reply, Integer[] choices, String formatError) {

  static CallEnd of(CallRow call) {
    boolean failed = call.status == CallRow.Status.FAILED;
    return new CallEnd(
        call.key,
        failed ? String.valueOf(call.reason) : null,
        failed ? null : call.reply,
        call.choices,
        call.formatError);
  }

  /** The end of a call that is yet to be made, if all goes well. */
  static CallEnd hoped(String call) {
    return new CallEnd(call, null, null, null, null);
  }

  boolean isFailure() {
    return failure != null;
  }
}
