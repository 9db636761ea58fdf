package dev.interact.orchestrator.dispatch;

import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallRow;
import java.time.Instant;
import java.util.List;

/** Books attempts whose worker is gone. */
final class Lost {
  private Lost() {}

  /** Their calls may be sent again at once. To be called within a transaction. */
  static void mark(List<String> ids, Instant now) {
    List<AttemptRow> attempts = AttemptRow.byIds(ids);
    for (AttemptRow attempt : attempts) {
      if (attempt.status == AttemptRow.Status.SENT) {
        attempt.status = AttemptRow.Status.LOST;
        attempt.reason = "its worker fell silent or stopped";
        attempt.ended = now;
      }
    }
    for (CallRow call : CallRow.byKeys(attempts.stream().map(attempt -> attempt.call).toList())) {
      if (call.status == CallRow.Status.SENT) {
        call.status = CallRow.Status.READY;
        call.notBefore = now;
        call.losses++;
      }
    }
  }
}
