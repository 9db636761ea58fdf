package dev.interact.orchestrator.reply;

import dev.interact.orchestrator.budget.Accounts.Settlement;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.telemetry.CallMeters;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What came of a batch of replies, to be counted once it is stored.
 *
 * @param replies how many they were
 * @param again attempts whose calls were to be sent again; they may have been since
 */
public record Taken(
    int replies,
    List<Settlement> booked,
    Map<String, CallRow> calls,
    Collection<CallRow> settled,
    Collection<AttemptRow> again) {

  /** Sheets that are to be graded. */
  public List<CallRow> answered() {
    return calls.values().stream().filter(call -> call.status == CallRow.Status.ANSWERED).toList();
  }

  void count(CallMeters meters) {
    meters.batch(replies);
    booked.forEach(settlement -> count(settlement, meters));
    again.forEach(attempt -> meters.retried(outcome(attempt.status)));
    for (CallRow call : settled) {
      if (call.kind == CallKind.ANSWER && call.isAnswered()) {
        meters.turn();
      }
      if (call.formatError != null) {
        meters.unreadable();
      }
    }
  }

  private void count(Settlement settlement, CallMeters meters) {
    AttemptRow attempt = settlement.attempt();
    CallRow call = calls.get(attempt.call);
    CallMeters.Outcome outcome = outcome(attempt.status);
    meters.ended(attempt.model, call.kind.label(), outcome);
    if (outcome == CallMeters.Outcome.COMPLETED) {
      meters.used(attempt.model, attempt.latencyMillis, attempt.inputTokens, attempt.outputTokens);
    }
    meters.paid(attempt.model, settlement.cost().nanos());
  }

  private static CallMeters.Outcome outcome(AttemptRow.Status status) {
    return switch (status) {
      case COMPLETED -> CallMeters.Outcome.COMPLETED;
      case RATE_LIMITED -> CallMeters.Outcome.RATE_LIMITED;
      case TRANSIENT -> CallMeters.Outcome.TRANSIENT;
      case REJECTED -> CallMeters.Outcome.REJECTED;
      case LOST -> CallMeters.Outcome.LOST;
      case SENT -> throw new IllegalArgumentException("it has not ended");
    };
  }
}
