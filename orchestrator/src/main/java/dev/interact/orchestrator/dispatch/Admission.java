package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.ModelRequest;
import dev.interact.orchestrator.budget.Accounts;
import dev.interact.orchestrator.budget.Amount;
import dev.interact.orchestrator.budget.Prices;
import dev.interact.orchestrator.budget.Purse;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.Calls;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.size.PromptSize;
import dev.interact.orchestrator.store.Store;
import dev.interact.orchestrator.study.Lifecycle;
import dev.interact.orchestrator.window.Gate;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
  private final Candidates candidates;
  private final Outstanding outstanding;
  private final Standby standby;
  private final Lost lost;
  private final Requests requests;
  private final Prices prices;
  private final Accounts accounts;
  private final Lifecycle lifecycle;
  private final Chronicle chronicle;
  private final Store store;
  private final Clock clock = Clock.systemUTC();
  private Set<String> refused = Set.of();

  Admission(
      Gates gates,
      Candidates candidates,
      Outstanding outstanding,
      Standby standby,
      Lost lost,
      Requests requests,
      Prices prices,
      Accounts accounts,
      Lifecycle lifecycle,
      Chronicle chronicle,
      Store store) {
    this.gates = gates;
    this.candidates = candidates;
    this.outstanding = outstanding;
    this.standby = standby;
    this.lost = lost;
    this.requests = requests;
    this.prices = prices;
    this.accounts = accounts;
    this.lifecycle = lifecycle;
    this.chronicle = chronicle;
    this.store = store;
  }

  /**
   * Makes the attempts that may be sent now, and pauses studies whose cap is reached. Attempts that
   * stood by and are to begin are sent again.
   *
   * @param epoch of the writer
   */
  Map<AttemptRow, ModelRequest> admit(long epoch) {
    Instant now = clock.instant();
    Map<AttemptRow, ModelRequest> sendings =
        new LinkedHashMap<>(begun(standby.beginStranded(), now));
    Map<AttemptRow, CallRow> wanted = candidates.next(refused, now);
    if (wanted.isEmpty()) {
      refused = Set.of();
    } else {
      sendings.putAll(admitted(wanted, epoch, now));
    }
    sendings.putAll(begun(standby.beginLast(), now));
    return sendings;
  }

  /** The requests of calls that stood by and are to begin, for there are places. */
  private Map<AttemptRow, ModelRequest> begun(List<String> begun, Instant now) {
    if (begun.isEmpty()) {
      return Map.of();
    }
    Map<AttemptRow, ModelRequest> wanted = requests.of(begun);
    List<String> unwanted = new ArrayList<>(begun);
    wanted.keySet().forEach(attempt -> unwanted.remove(attempt.id));
    lost.mark(unwanted, now);
    unwanted.forEach(outstanding::remove);
    return wanted;
  }

  private Map<AttemptRow, ModelRequest> admitted(
      Map<AttemptRow, CallRow> wanted, long epoch, Instant now) {
    Purse purse =
        accounts.purse(
            wanted.keySet().stream().map(attempt -> attempt.study).collect(Collectors.toSet()),
            now);
    Map<AttemptRow, ModelRequest> admitted = new LinkedHashMap<>();
    requests
        .of(wanted)
        .forEach(
            (attempt, request) -> {
              if (isPaid(attempt, request, purse)) {
                attempt.epoch = epoch;
                admitted.put(attempt, request);
              }
            });
    admitted.keySet().forEach(Calls.of(store)::add);
    admitted.keySet().forEach(attempt -> wanted.get(attempt).status = CallRow.Status.SENT);
    wanted.keySet().stream()
        .filter(attempt -> !admitted.containsKey(attempt))
        .forEach(attempt -> outstanding.remove(attempt.id));
    purse.reservations().forEach(chronicle::tell);
    pauseCapped(purse);
    return admitted;
  }

  /** Whether there is money, which is then reserved, and room a minute for the attempt. */
  private boolean isPaid(AttemptRow attempt, ModelRequest request, Purse purse) {
    Gate gate = gates.of(attempt.model);
    PromptSize size = PromptSize.of(request);
    long tokens = prices.expectedTokens(request, size);
    Amount most = prices.bound(request, size);
    if (!purse.reserve(attempt.study, most)) {
      return false;
    }
    if (!gate.hasTokens(tokens)) {
      purse.giveBack(attempt.study, most);
      return false;
    }
    gate.pass(tokens);
    candidates.serve(attempt);
    attempt.reservedNanos = most.nanos();
    attempt.reservedTokens = most.tokens();
    return true;
  }

  /** A study that can pay for nothing more is paused once all that it waits for has come. */
  private void pauseCapped(Purse purse) {
    Map<String, Purse.Refusal> idle = new HashMap<>(purse.refusals());
    refused = Set.copyOf(idle.keySet());
    if (!idle.isEmpty()) {
      store.write();
      idle.keySet().removeIf(StepRow::awaitsReply);
    }
    idle.forEach((study, why) -> lifecycle.pause(study, why.account(), why.reason()));
  }
}
