package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.Json;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.Role;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.contracts.reply.Outcome;
import dev.interact.orchestrator.OrchestratorConfig;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.presence.Presence;
import dev.interact.orchestrator.window.Window;
import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sends calls to workers: never more of a model than its limit, never more to a worker than it has
 * room for. An attempt is stored as sent before it is produced; one that never arrives is found by
 * its absence. To be used by one thread at a time.
 */
@Singleton
public class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final int REPEATS = 3;

  private final ModelRegistry registry;
  private final Presence presence;
  private final Requests requests;
  private final Post post;
  private final long absence;
  private final Outstanding outstanding = new Outstanding();
  private final Map<String, Window> windows = new HashMap<>();
  private final Clock clock = Clock.systemUTC();

  Dispatcher(
      OrchestratorConfig config,
      ModelRegistry registry,
      Presence presence,
      Requests requests,
      Post post) {
    this.registry = registry;
    this.presence = presence;
    this.requests = requests;
    this.post = post;
    this.absence = config.presence().absence().toMillis();
  }

  /** Takes over the attempts that were under way when the process before this one ended. */
  public void takeOver() {
    QuarkusTransaction.requiringNew()
        .run(() -> AttemptRow.unanswered().forEach(a -> outstanding.add(a, presence.listened())));
  }

  /** Sends what may be sent now; returns how many calls that were. */
  public int dispatch() {
    List<AttemptRow> admitted = new ArrayList<>();
    try {
      Map<AttemptRow, ModelRequest> sendings =
          QuarkusTransaction.requiringNew().call(() -> built(admit(admitted)));
      sendings.forEach(this::send);
      return sendings.size();
    } catch (RuntimeException e) {
      admitted.forEach(attempt -> outstanding.remove(attempt.id));
      throw e;
    }
  }

  /** How many calls may be sent now. To be called within a transaction. */
  public long ready() {
    return CallRow.countReady(clock.instant());
  }

  private Map<AttemptRow, CallRow> admit(List<AttemptRow> admitted) {
    Map<AttemptRow, CallRow> sendings = new LinkedHashMap<>();
    Instant now = clock.instant();
    for (String alias : registry.aliases()) {
      int room = window(alias).limit(monotonicMillis()) - outstanding.ofModel(alias);
      if (room <= 0) {
        continue;
      }
      for (CallRow call : CallRow.ready(alias, now, room)) {
        worker(call.kind.role())
            .ifPresent(
                worker -> {
                  AttemptRow attempt = new AttemptRow(call, worker.incarnation(), now);
                  attempt.persist();
                  call.status = CallRow.Status.SENT;
                  outstanding.add(attempt, presence.listened());
                  admitted.add(attempt);
                  sendings.put(attempt, call);
                });
      }
    }
    return sendings;
  }

  /** The worker with the most room; empty where none has any. */
  private Optional<Heartbeat.OfWorker> worker(Role role) {
    return presence.taking(role, Post.pool(role)).stream()
        .filter(worker -> room(worker) > 0)
        .max(Comparator.comparingInt(this::room));
  }

  private int room(Heartbeat.OfWorker worker) {
    return worker.slots() - outstanding.ofWorker(worker.incarnation());
  }

  private Map<AttemptRow, ModelRequest> built(Map<AttemptRow, CallRow> sendings) {
    Map<String, ModelRequest> built = requests.of(sendings);
    Map<AttemptRow, ModelRequest> ready = new LinkedHashMap<>();
    sendings.keySet().stream()
        .filter(attempt -> built.containsKey(attempt.id))
        .forEach(attempt -> ready.put(attempt, built.get(attempt.id)));
    return ready;
  }

  private void send(AttemptRow attempt, ModelRequest request) {
    presence
        .find(attempt.worker)
        .filter(worker -> !worker.partitions().isEmpty())
        .ifPresent(worker -> post.send(worker, request.head().dialogue(), Json.write(request)));
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

  /** An attempt reached a worker that it was not for: it is sent to its own again soon. */
  public void handedBack(String attempt) {
    outstanding.sentAt(attempt, presence.listened() - absence);
  }

  /** Finds attempts that no living worker holds, and sees to it that they are made. */
  public void findLost() {
    for (String worker : outstanding.workers()) {
      if (presence.isGone(worker)) {
        giveUp(ids(outstanding.where(sent -> sent.worker().equals(worker))));
      }
    }
    giveUp(ids(outstanding.where(sent -> isAbsent(sent) && !canBeSentAgain(sent))));
    sendAgain(ids(outstanding.where(this::isAbsent)));
  }

  /** Its worker lives, and has had the time to take it, but does not hold it. */
  private boolean isAbsent(Outstanding.Sent sent) {
    return isOverdue(sent) && !isHeld(sent);
  }

  /** A worker that ignores an attempt again and again has seen it, and its reply is lost. */
  private boolean canBeSentAgain(Outstanding.Sent sent) {
    return presence.isTaking(sent.worker()) && sent.repeats() < REPEATS;
  }

  private boolean isOverdue(Outstanding.Sent sent) {
    return presence.listened() - sent.sentAt() >= absence;
  }

  private boolean isHeld(Outstanding.Sent sent) {
    return presence
        .find(sent.worker())
        .map(worker -> worker.attempts().contains(sent.attempt()))
        .orElse(true);
  }

  private static List<String> ids(Collection<Outstanding.Sent> sent) {
    return sent.stream().map(Outstanding.Sent::attempt).toList();
  }

  /** The worker is gone, or will take nothing more: the calls go to others, as new attempts. */
  private void giveUp(List<String> attempts) {
    if (attempts.isEmpty()) {
      return;
    }
    QuarkusTransaction.requiringNew().run(() -> Lost.mark(attempts, clock.instant()));
    attempts.forEach(outstanding::remove);
    LOG.warnf("%d attempts were lost; their calls are sent again", attempts.size());
  }

  /** The worker lives but does not hold the attempt: the same attempt, which it may know, again. */
  private void sendAgain(List<String> attempts) {
    if (attempts.isEmpty()) {
      return;
    }
    Map<AttemptRow, ModelRequest> again =
        QuarkusTransaction.requiringNew().call(() -> built(withCalls(AttemptRow.byIds(attempts))));
    again.forEach(this::send);
    again.keySet().forEach(attempt -> outstanding.sentAgain(attempt.id, presence.listened()));
    Set<String> sent = again.keySet().stream().map(a -> a.id).collect(Collectors.toSet());
    giveUp(attempts.stream().filter(attempt -> !sent.contains(attempt)).toList());
  }

  private static Map<AttemptRow, CallRow> withCalls(List<AttemptRow> attempts) {
    Map<String, CallRow> calls =
        CallRow.byKeys(attempts.stream().map(attempt -> attempt.call).toList()).stream()
            .collect(Collectors.toMap(call -> call.key, Function.identity()));
    Map<AttemptRow, CallRow> both = new LinkedHashMap<>();
    attempts.forEach(attempt -> both.put(attempt, calls.get(attempt.call)));
    return both;
  }
}
