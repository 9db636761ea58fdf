package dev.interact.orchestrator.reply;

import dev.interact.contracts.event.Fact;
import dev.interact.contracts.quiz.GradedSheet;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.contracts.reply.Usage;
import dev.interact.orchestrator.OrchestratorConfig;
import dev.interact.orchestrator.budget.Accounts;
import dev.interact.orchestrator.budget.Accounts.Settlement;
import dev.interact.orchestrator.budget.Prices;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.Calls;
import dev.interact.orchestrator.progress.Progress;
import dev.interact.orchestrator.store.Store;
import dev.interact.orchestrator.telemetry.CallMeters;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes a batch of replies in one transaction: books attempts, settles calls, and lets the
 * dialogues that wait for them go on. What was already taken is ignored.
 */
@Singleton
public class ReplyTaker {
  private static final int LONGEST_RAW = 16 * 1024;

  private final Progress progress;
  private final Prices prices;
  private final Accounts accounts;
  private final Chronicle chronicle;
  private final CallMeters meters;
  private final Store store;
  private final RetryPolicy retries;
  private final Clock clock = Clock.systemUTC();

  ReplyTaker(
      OrchestratorConfig config,
      Progress progress,
      Prices prices,
      Accounts accounts,
      Chronicle chronicle,
      CallMeters meters,
      Store store) {
    this.progress = progress;
    this.prices = prices;
    this.accounts = accounts;
    this.chronicle = chronicle;
    this.meters = meters;
    this.store = store;
    this.retries = new RetryPolicy(config.retry(), new Random());
  }

  /** Counts what was taken, once that is stored. */
  public void count(Taken taken) {
    taken.count(meters);
  }

  /** Takes replies, in order, within a transaction that no other of the writer's runs beside. */
  public Taken take(List<Reply> replies) {
    Calls known = Calls.of(store);
    Map<String, AttemptRow> attempts =
        byKey(
            known.attempts(of(replies, Reply.Modelled.class).map(Reply.Modelled::attempt).toList()),
            attempt -> attempt.id);
    Map<String, CallRow> calls = byKey(known.byKeys(callsOf(replies)), call -> call.key);
    Set<CallRow> settled = new LinkedHashSet<>();
    List<Settlement> costs = new ArrayList<>();
    List<AttemptRow> again = new ArrayList<>();
    for (Reply reply : replies) {
      switch (reply) {
        case Reply.Modelled modelled ->
            Optional.ofNullable(attempts.get(modelled.attempt()))
                .filter(attempt -> book(attempt, modelled, costs))
                .filter(
                    attempt -> settle(calls.get(attempt.call), attempt, modelled.outcome(), again))
                .ifPresent(attempt -> settled.add(calls.get(attempt.call)));
        case Reply.Graded graded ->
            graded.sheets().stream()
                .filter(sheet -> grade(calls.get(sheet.call()), sheet))
                .forEach(sheet -> settled.add(calls.get(sheet.call())));
        case Reply.HandedBack handedBack -> {}
      }
    }
    accounts.settle(costs);
    progress.advance(settled);
    return new Taken(replies.size(), costs, calls, settled, again);
  }

  private static List<String> callsOf(List<Reply> replies) {
    List<String> keys = new ArrayList<>();
    of(replies, Reply.Modelled.class).map(Reply.Modelled::call).forEach(keys::add);
    of(replies, Reply.Graded.class)
        .flatMap(graded -> graded.sheets().stream())
        .map(GradedSheet::call)
        .forEach(keys::add);
    return keys;
  }

  private static <T> Stream<T> of(Collection<Reply> replies, Class<T> type) {
    return replies.stream().filter(type::isInstance).map(type::cast);
  }

  private static <T> Map<String, T> byKey(List<T> rows, Function<T, String> key) {
    return rows.stream().collect(Collectors.toMap(key, Function.identity()));
  }

  /**
   * Books a reply.
   *
   * @return whether it says something of the call: the attempt had none before, and if it was lost
   *     it has succeeded all the same; another attempt stands for a lost one that failed
   */
  private boolean book(AttemptRow attempt, Reply.Modelled reply, List<Settlement> costs) {
    boolean wasLost = attempt.status == AttemptRow.Status.LOST && attempt.latencyMillis == null;
    if (attempt.status != AttemptRow.Status.SENT && !wasLost) {
      return false;
    }
    attempt.ended = clock.instant();
    attempt.latencyMillis = reply.latencyMillis();
    costs.add(new Settlement(attempt, prices.of(attempt, reply.outcome()), !wasLost));
    book(attempt, reply.outcome());
    return !wasLost || attempt.status == AttemptRow.Status.COMPLETED;
  }

  private static void book(AttemptRow attempt, Outcome outcome) {
    switch (outcome) {
      case Outcome.Completed completed -> {
        book(attempt, AttemptRow.Status.COMPLETED, null, completed.usage());
        attempt.fingerprint = StorableText.of(completed.fingerprint());
        attempt.raw = StorableText.of(beginning(completed.text()));
      }
      case Outcome.RateLimited limited ->
          book(attempt, AttemptRow.Status.RATE_LIMITED, limited.reason(), Usage.NONE);
      case Outcome.Transient broken -> {
        book(attempt, AttemptRow.Status.TRANSIENT, broken.reason(), broken.usage());
        attempt.raw = StorableText.of(broken.raw());
      }
      case Outcome.Rejected rejected -> {
        book(attempt, AttemptRow.Status.REJECTED, rejected.reason(), rejected.usage());
        attempt.raw = StorableText.of(rejected.raw());
      }
    }
  }

  private static void book(
      AttemptRow attempt, AttemptRow.Status status, String reason, Usage usage) {
    attempt.status = status;
    attempt.reason = StorableText.of(reason);
    attempt.inputTokens = usage == null ? 0 : usage.input();
    attempt.outputTokens = usage == null ? 0 : usage.output();
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_RAW));
  }

  /**
   * Applies an outcome to its call, unless an earlier reply has: the first valid one counts. An
   * answer that comes after its call has failed is paid for, and kept for whoever wants it yet; the
   * dialogues that ended with the failure stay as they are.
   *
   * @param again has the attempt added where its call is to be sent again
   * @return whether those who wait for the call can go on
   */
  private boolean settle(
      CallRow call, AttemptRow attempt, Outcome outcome, Collection<AttemptRow> again) {
    if (call.status == CallRow.Status.ANSWERED || call.status == CallRow.Status.DONE) {
      return false;
    }
    if (outcome instanceof Outcome.Completed completed) {
      call.answeredBy = attempt.id;
      attempt.raw = null;
      call.reply = StorableText.of(completed.text());
      call.truncated = completed.truncated();
      call.status = call.kind.isGraded() ? CallRow.Status.ANSWERED : CallRow.Status.DONE;
      return call.isSettled();
    }
    if (call.status != CallRow.Status.SENT) {
      return false;
    }
    boolean failed = hasFailed(call, attempt, outcome);
    if (!failed) {
      again.add(attempt);
    }
    return failed;
  }

  private boolean hasFailed(CallRow call, AttemptRow attempt, Outcome failure) {
    if (failure instanceof Outcome.RateLimited) {
      call.refusals++;
    } else {
      call.failures++;
    }
    Optional<Duration> wait = retries.wait(failure, call.failures, call.refusals);
    call.status = wait.isPresent() ? CallRow.Status.READY : CallRow.Status.FAILED;
    call.notBefore = wait.map(clock.instant()::plus).orElse(call.notBefore);
    call.reason = StorableText.of(reason(failure));
    boolean limited = failure instanceof Outcome.RateLimited;
    chronicle.tell(
        wait.<Fact>map(
                time ->
                    new Fact.CallRetried(
                        attempt.study,
                        call.key,
                        attempt.id,
                        call.model,
                        limited ? "rate-limited" : "transient",
                        limited ? call.refusals : call.failures,
                        time.toMillis()))
            .orElseGet(() -> new Fact.CallFailed(attempt.study, call.key, call.model)));
    return wait.isEmpty();
  }

  private static String reason(Outcome failure) {
    return switch (failure) {
      case Outcome.RateLimited limited -> limited.reason();
      case Outcome.Transient broken -> broken.reason();
      case Outcome.Rejected rejected -> rejected.reason();
      case Outcome.Completed completed -> throw new IllegalArgumentException("not a failure");
    };
  }

  private static boolean grade(CallRow call, GradedSheet sheet) {
    if (call == null || call.status != CallRow.Status.ANSWERED) {
      return false;
    }
    call.grade(sheet);
    return true;
  }
}
