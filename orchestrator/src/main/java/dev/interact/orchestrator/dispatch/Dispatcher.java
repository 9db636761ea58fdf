package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.presence.Presence;
import dev.interact.orchestrator.window.Window;
import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Sends calls to workers: never more of a model than its limit, never more to a worker than it has
 * room for. An attempt is stored as sent before it is produced; one that never arrives is found by
 * its absence. To be used by one thread at a time.
 */
@Singleton
public class Dispatcher {

  private final ModelRegistry registry;
  private final Presence presence;
  private final Requests requests;
  private final Sender sender;
  private final Outstanding outstanding;
  private final Workforce workforce;
  private final Map<String, Window> windows = new HashMap<>();
  private boolean uncertain = true;
  private final Clock clock = Clock.systemUTC();

  Dispatcher(
      ModelRegistry registry,
      Presence presence,
      Requests requests,
      Sender sender,
      Outstanding outstanding) {
    this.registry = registry;
    this.presence = presence;
    this.requests = requests;
    this.sender = sender;
    this.outstanding = outstanding;
    this.workforce = new Workforce(presence, outstanding);
  }

  /**
   * Sends what may be sent now.
   *
   * @return replies in place of the workers' to what cannot be sent at all
   */
  public List<Reply> dispatch() {
    if (uncertain) {
      takeOver();
    }
    uncertain = true;
    Map<AttemptRow, ModelRequest> sendings =
        QuarkusTransaction.requiringNew().call(() -> requests.of(admit()));
    uncertain = false;
    return sender.send(sendings);
  }

  /** Learns which attempts are under way: at the start, and after a commit that may have failed. */
  private void takeOver() {
    List<AttemptRow> unanswered = QuarkusTransaction.requiringNew().call(AttemptRow::unanswered);
    outstanding.keepOnly(unanswered.stream().map(attempt -> attempt.id).toList());
    unanswered.forEach(attempt -> outstanding.add(attempt, presence.listened()));
  }

  private Map<AttemptRow, CallRow> admit() {
    Map<AttemptRow, CallRow> admitted = new LinkedHashMap<>();
    Instant now = clock.instant();
    for (String alias : registry.aliases()) {
      int room = window(alias).limit(monotonicMillis()) - outstanding.ofModel(alias);
      List<CallKind> kinds = room > 0 ? workforce.kinds(alias) : List.of();
      if (!kinds.isEmpty()) {
        CallRow.ready(alias, kinds, now, room)
            .forEach(call -> admit(call, now).ifPresent(a -> admitted.put(a, call)));
      }
    }
    return admitted;
  }

  private Optional<AttemptRow> admit(CallRow call, Instant now) {
    return workforce
        .find(call)
        .map(
            worker -> {
              AttemptRow attempt = new AttemptRow(call, worker.incarnation(), now);
              attempt.persist();
              call.status = CallRow.Status.SENT;
              outstanding.add(attempt, presence.listened());
              return attempt;
            });
  }

  private Window window(String alias) {
    return windows.computeIfAbsent(
        alias, name -> new Window(registry.find(name).map(Model::concurrency).orElse(1)));
  }

  private static long monotonicMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  /** A reply has come; one that was not waited for changes nothing. */
  public void replied(String attempt, Outcome outcome) {
    Outstanding.Sent sent = outstanding.remove(attempt);
    if (sent != null) {
      Window window = window(sent.model());
      switch (outcome) {
        case Outcome.Completed completed -> window.answered();
        case Outcome.RateLimited limited ->
            window.refused(limited.retryAfterMillis(), monotonicMillis());
        case Outcome.Transient broken -> window.failed();
        case Outcome.Rejected rejected -> window.answered();
      }
    }
  }
}
