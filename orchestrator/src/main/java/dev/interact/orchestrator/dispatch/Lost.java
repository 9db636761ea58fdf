package dev.interact.orchestrator.dispatch;

import dev.interact.orchestrator.budget.Accounts;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallRow;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Books attempts whose worker is gone: they may have been made, so they count as paid. */
@Singleton
class Lost {
  private static final int MOST = 5;
  static final String TOO_OFTEN =
      "%d workers stopped while they held this call; it is not sent to another.".formatted(MOST);

  private final Accounts accounts;

  Lost(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Marks attempts as lost; their calls may be sent again at once. To be called within a
   * transaction.
   *
   * @return those that are left as they are, because their calls were lost too often
   */
  List<AttemptRow> mark(List<String> ids, Instant now) {
    List<AttemptRow> deadly = new ArrayList<>();
    List<Accounts.Settlement> spent = new ArrayList<>();
    for (AttemptRow attempt : AttemptRow.byIds(ids)) {
      if (attempt.status == AttemptRow.Status.SENT) {
        CallRow call = CallRow.findById(attempt.call);
        call.losses++;
        if (call.losses >= MOST) {
          deadly.add(attempt);
        } else {
          mark(attempt, call, now);
          spent.add(new Accounts.Settlement(attempt, Accounts.reserved(attempt), true));
        }
      }
    }
    accounts.settle(spent);
    return deadly;
  }

  private static void mark(AttemptRow attempt, CallRow call, Instant now) {
    attempt.status = AttemptRow.Status.LOST;
    attempt.reason = "its worker fell silent, stopped or lost it";
    attempt.ended = now;
    if (call.status == CallRow.Status.SENT) {
      call.status = CallRow.Status.READY;
      call.notBefore = Instant.EPOCH;
    }
  }
}
