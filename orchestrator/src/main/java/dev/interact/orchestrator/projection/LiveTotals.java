package dev.interact.orchestrator.projection;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.projection.Figures.Money;
import dev.interact.orchestrator.projection.LiveStudy.Stamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** A study as a whole: its state, its calls and its money. */
final class LiveTotals {
  private final Pace pace = new Pace();
  private final Set<String> retried = new HashSet<>();
  private final Set<String> failed = new HashSet<>();
  private final Figures figures;
  private Head head;
  private Money money;
  private long done;
  private long inFlight;
  private EventId stated = EventId.NONE;
  private EventId reserved = EventId.NONE;
  private EventId settled = EventId.NONE;
  private EventId capped = EventId.NONE;
  private boolean stale;

  LiveTotals(Head head, Figures figures) {
    this.head = head;
    this.figures = figures;
    this.money = figures.money();
    this.done = figures.done();
    this.inFlight = figures.inFlight();
    this.retried.addAll(figures.retried());
    this.failed.addAll(figures.failed());
  }

  /** States change seldom, and not all that changes with them is told. */
  void state(String state, Stamp stamp) {
    if (stamp.id().isAfter(stated)) {
      stated = stamp.id();
      stale = true;
      if (!state.equals(head.state())) {
        head = head.state(state, state.equals("finished") ? stamp.time() : null);
      }
    }
  }

  /** Whether it is to be read again. */
  boolean isStale() {
    return stale;
  }

  void start(Instant time) {
    if (head.started() == null || time.isBefore(head.started())) {
      head = head.started(time);
    }
  }

  void did(long steps, Instant time) {
    done += steps;
    pace.add(time, steps);
  }

  void retried(String attempt) {
    retried.add(attempt);
  }

  void failed(String call) {
    failed.add(call);
  }

  void reserve(Fact.BudgetReserved fact, EventId id) {
    if (id.isAfter(reserved)) {
      reserved(fact.reserved(), id);
    }
  }

  private void reserved(Fact.Sum sum, EventId id) {
    reserved = id;
    money = money.reserved(sum.usd().doubleValue());
    inFlight = sum.calls();
  }

  void settle(Fact.BudgetSettled fact, Stamp stamp) {
    EventId id = stamp.id();
    if (id.isAfter(reserved)) {
      reserved(fact.reserved(), id);
    }
    if (id.isAfter(settled)) {
      settled = id;
      double spent = fact.spent().usd().doubleValue();
      money =
          new Money(money.cap(), spent, money.reserved(), fact.inputTokens(), fact.outputTokens());
      if (head.isPreparation()) {
        did(fact.spent().calls() - figures.paid() + figures.done() - done, stamp.time());
      }
    }
  }

  void cap(BigDecimal usd, EventId id) {
    if (id.isAfter(capped)) {
      capped = id;
      money = money.cap(usd == null ? null : usd.doubleValue());
    }
  }

  Head head() {
    return head;
  }

  Money money() {
    return money;
  }

  long planned() {
    return figures.planned();
  }

  long done() {
    return done;
  }

  long inFlight() {
    return inFlight;
  }

  int retriedCount() {
    return retried.size();
  }

  int failedCount() {
    return failed.size();
  }

  /**
   * Seconds that it will take; null where nobody knows, or it does not run.
   *
   * @param left steps that its dialogues have still to do; of preparations they are not told
   */
  Long eta(long left, Instant now) {
    long steps = head.isPreparation() ? Math.max(0, figures.planned() - done) : left;
    return head.isRunning() ? pace.seconds(steps, now) : null;
  }
}
