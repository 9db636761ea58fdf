package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.budget.Accounts;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.Calls;
import dev.interact.orchestrator.progress.Progress;
import dev.interact.orchestrator.store.Store;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Books attempts whose worker is gone: they may have been made, so they count as paid. */
@Singleton
class Lost {
  private static final int MOST = 5;
  private static final String TOO_OFTEN =
      "%d workers stopped while they held this call; it is not sent to another.".formatted(MOST);

  private final Accounts accounts;
  private final Progress progress;
  private final Chronicle chronicle;
  private final Store store;

  Lost(Accounts accounts, Progress progress, Chronicle chronicle, Store store) {
    this.accounts = accounts;
    this.chronicle = chronicle;
    this.progress = progress;
    this.store = store;
  }

  /**
   * Marks attempts as lost. Their calls may be sent again at once, but for those that were lost too
   * often: they fail. To be called within a transaction of the writer.
   *
   * @return the calls, those that failed among them
   */
  List<CallRow> mark(List<String> ids, Instant now) {
    List<CallRow> lost = new ArrayList<>();
    List<CallRow> failed = new ArrayList<>();
    List<Accounts.Settlement> spent = new ArrayList<>();
    Calls calls = Calls.of(store);
    for (AttemptRow attempt : calls.attempts(ids)) {
      if (attempt.status == AttemptRow.Status.SENT) {
        CallRow call = calls.byKey(attempt.call);
        mark(attempt, now);
        lost.add(call);
        spent.add(new Accounts.Settlement(attempt, Accounts.reserved(attempt), true));
        if (hasFailed(call, attempt)) {
          failed.add(call);
        }
      }
    }
    accounts.settle(spent);
    progress.advance(failed);
    return lost;
  }

  private static void mark(AttemptRow attempt, Instant now) {
    attempt.status = AttemptRow.Status.LOST;
    attempt.reason = "its worker fell silent, stopped or lost it";
    attempt.ended = now;
  }

  private boolean hasFailed(CallRow call, AttemptRow attempt) {
    call.losses++;
    if (call.status != CallRow.Status.SENT) {
      return false;
    }
    boolean tooOften = call.losses >= MOST;
    call.status = tooOften ? CallRow.Status.FAILED : CallRow.Status.READY;
    call.reason = tooOften ? TOO_OFTEN : call.reason;
    call.notBefore = Instant.EPOCH;
    chronicle.tell(
        tooOften
            ? new Fact.CallFailed(attempt.study, call.key, call.model)
            : new Fact.CallRetried(
                attempt.study, call.key, attempt.id, call.model, "lost", call.losses, 0));
    return tooOften;
  }
}
