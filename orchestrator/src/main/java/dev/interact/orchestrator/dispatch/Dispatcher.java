package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.Json;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.Topics;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.orchestrator.OrchestratorConfig;
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
import java.util.ArrayList;
import java.util.Collection;
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
  private static final int MEGABYTE = 1024 * 1024;
  private static final String TOO_LARGE =
      "The request takes %d MiB; a message holds 16. Shorten the context or the prompts.";

  private final ModelRegistry registry;
  private final Presence presence;
  private final Requests requests;
  private final Post post;
  private final long absence;
  private final Outstanding outstanding = new Outstanding();
  private final Workforce workforce;
  private final Map<String, Window> windows = new HashMap<>();
  private boolean uncertain = true;
  private final Clock clock = Clock.systemUTC();

  Dispatcher(
      OrchestratorConfig config,
      ModelRegistry registry,
      Presence presence,
      Requests requests,
      Post post) {
    this.registry = registry;
    this.presence = presence;
    this.workforce = new Workforce(presence, outstanding);
    this.requests = requests;
    this.post = post;
    this.absence = config.presence().absence().toMillis();
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
    return sent(sendings);
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

  /** Sends requests; gives replies in place of the workers' to those that are too large. */
  private List<Reply> sent(Map<AttemptRow, ModelRequest> sendings) {
    List<Reply> refusals = new ArrayList<>();
    sendings.forEach(
        (attempt, request) -> {
          byte[] message = Json.write(request);
          if (message.length > Topics.MAX_MESSAGE_BYTES) {
            refusals.add(refusal(attempt, TOO_LARGE.formatted(message.length / MEGABYTE)));
          } else {
            presence
                .find(attempt.worker)
                .filter(worker -> !worker.partitions().isEmpty())
                .ifPresent(worker -> post.send(worker, request.head().dialogue(), message));
          }
        });
    return refusals;
  }

  private static Reply refusal(AttemptRow attempt, String reason) {
    return new Reply.Modelled(
        attempt.worker, attempt.id, attempt.call, 0, new Outcome.Rejected(reason));
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

  /**
   * Finds attempts that no living worker holds, and sees to it that they are made.
   *
   * @return replies in place of the workers' to calls that no worker survives
   */
  public List<Reply> findLost() {
    List<Reply> refusals = new ArrayList<>();
    for (String worker : outstanding.workers()) {
      if (presence.isGone(worker)) {
        refusals.addAll(giveUp(ids(outstanding.where(sent -> sent.worker().equals(worker)))));
      }
    }
    refusals.addAll(
        giveUp(ids(outstanding.where(sent -> isAbsent(sent) && !canBeSentAgain(sent)))));
    refusals.addAll(sendAgain(ids(outstanding.where(this::isAbsent))));
    return refusals;
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
  private List<Reply> giveUp(List<String> attempts) {
    if (attempts.isEmpty()) {
      return List.of();
    }
    List<AttemptRow> deadly =
        QuarkusTransaction.requiringNew().call(() -> Lost.mark(attempts, clock.instant()));
    List<Reply> refusals =
        deadly.stream().map(attempt -> refusal(attempt, Lost.TOO_OFTEN)).toList();
    Set<String> refused = deadly.stream().map(attempt -> attempt.id).collect(Collectors.toSet());
    attempts.stream().filter(attempt -> !refused.contains(attempt)).forEach(outstanding::remove);
    LOG.warnf(
        "%d attempts were lost; their calls are sent again", attempts.size() - refused.size());
    return refusals;
  }

  /** The worker lives but does not hold the attempt: the same attempt, which it may know, again. */
  private List<Reply> sendAgain(List<String> attempts) {
    if (attempts.isEmpty()) {
      return List.of();
    }
    Map<AttemptRow, ModelRequest> again =
        QuarkusTransaction.requiringNew()
            .call(() -> requests.of(withCalls(AttemptRow.byIds(attempts))));
    again.keySet().forEach(attempt -> outstanding.sentAgain(attempt.id, presence.listened()));
    List<Reply> refusals = new ArrayList<>(sent(again));
    Set<String> wanted = again.keySet().stream().map(a -> a.id).collect(Collectors.toSet());
    refusals.addAll(
        giveUp(attempts.stream().filter(attempt -> !wanted.contains(attempt)).toList()));
    return refusals;
  }

  private static Map<AttemptRow, CallRow> withCalls(List<AttemptRow> attempts) {
    Map<String, CallRow> calls =
        CallRow.byKeys(attempts.stream().map(attempt -> attempt.call).toList()).stream()
            .collect(Collectors.toMap(call -> call.key, Function.identity(), (a, b) -> a));
    Map<AttemptRow, CallRow> both = new LinkedHashMap<>();
    attempts.forEach(attempt -> both.put(attempt, calls.get(attempt.call)));
    return both;
  }
}
