package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.ModelRequest;
import dev.interact.orchestrator.budget.Accounts;
import dev.interact.orchestrator.budget.Amount;
import dev.interact.orchestrator.budget.Prices;
import dev.interact.orchestrator.budget.Purse;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.size.PromptSize;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.orchestrator.window.Gate;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which calls are sent now: those that a worker has room for, within the limits of their
 * model, fairly between studies, and within the caps of those who pay. To be called within a
 * transaction of the writer, by one thread at a time.
 */
@Singleton
class Admission {
  private final Gates gates;
  private final Workforce workforce;
  private final Outstanding outstanding;
  private final Requests requests;
  private final Prices prices;
  private final Accounts accounts;
  private final Clock clock = Clock.systemUTC();
  private Set<String> refused = Set.of();

  Admission(
      Gates gates,
      Workforce workforce,
      Outstanding outstanding,
      Requests requests,
      Prices prices,
      Accounts accounts) {
    this.gates = gates;
    this.workforce = workforce;
    this.outstanding = outstanding;
    this.requests = requests;
    this.prices = prices;
    this.accounts = accounts;
  }

  /**
   * Makes the attempts that may be sent now, and pauses studies whose cap is reached.
   *
   * @param epoch of the writer
   */
  Map<AttemptRow, ModelRequest> admit(long epoch) {
    Instant now = clock.instant();
    Map<AttemptRow, CallRow> candidates = candidates(now);
    if (candidates.isEmpty()) {
      refused = Set.of();
      return Map.of();
    }
    Purse purse =
        accounts.purse(
            candidates.keySet().stream().map(attempt -> attempt.study).collect(Collectors.toSet()),
            now);
    Map<AttemptRow, ModelRequest> admitted = new LinkedHashMap<>();
    requests
        .of(candidates)
        .forEach(
            (attempt, request) -> {
              if (isPaid(attempt, request, purse)) {
                attempt.epoch = epoch;
                admitted.put(attempt, request);
              }
            });
    AttemptRow.persist(admitted.keySet());
    admitted.keySet().forEach(attempt -> candidates.get(attempt).status = CallRow.Status.SENT);
    candidates.keySet().stream()
        .filter(attempt -> !admitted.containsKey(attempt))
        .forEach(attempt -> outstanding.remove(attempt.id));
    pauseCapped(purse);
    return admitted;
  }

  private Map<AttemptRow, CallRow> candidates(Instant now) {
    List<String> studies = StudyRow.running();
    Map<AttemptRow, CallRow> candidates = new LinkedHashMap<>();
    for (String alias : studies.isEmpty() ? Set.<String>of() : gates.aliases()) {
      int room = gates.of(alias).room(outstanding.ofModel(alias));
      List<CallKind> kinds = room > 0 ? workforce.kinds(alias) : List.of();
      if (!kinds.isEmpty()) {
        Map<String, List<CallRow>> ready = new LinkedHashMap<>();
        for (String study : studies) {
          int most = refused.contains(study) ? 1 : room;
          ready.put(study, CallRow.ready(study, alias, kinds, now, most));
        }
        Fair.pick(ready, study -> outstanding.ofStudy(alias, study), room)
            .forEach(turn -> assign(turn, now, candidates));
      }
    }
    return candidates;
  }

  private void assign(Fair.Turn<CallRow> turn, Instant now, Map<AttemptRow, CallRow> candidates) {
    workforce
        .find(turn.wish())
        .ifPresent(
            worker -> {
              AttemptRow attempt =
                  new AttemptRow(turn.wish(), turn.study(), worker.incarnation(), now);
              outstanding.add(attempt);
              candidates.put(attempt, turn.wish());
            });
  }

  /** Whether there is room a minute for the attempt, and money, which is then reserved. */
  private boolean isPaid(AttemptRow attempt, ModelRequest request, Purse purse) {
    Gate gate = gates.of(attempt.model);
    PromptSize size = PromptSize.of(request);
    long tokens = prices.expectedTokens(request, size);
    Amount most = prices.bound(request, size);
    if (!gate.hasTokens(tokens) || !purse.reserve(attempt.study, most)) {
      return false;
    }
    gate.pass(tokens);
    attempt.reservedNanos = most.nanos();
    attempt.reservedTokens = most.tokens();
    return true;
  }

  /** A study that can pay for nothing more is paused once all that it waits for has come. */
  private void pauseCapped(Purse purse) {
    Map<String, String> idle = new HashMap<>(purse.refusals());
    refused = Set.copyOf(idle.keySet());
    idle.keySet().removeIf(StepRow::awaitsReply);
    StudyRow.pause(idle);
  }
}
