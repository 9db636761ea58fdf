package dev.interact.orchestrator.monitoring;

import dev.interact.orchestrator.deadletter.DeadLetterRow;
import dev.interact.orchestrator.dispatch.Dispatcher;
import dev.interact.orchestrator.dispatch.Load;
import dev.interact.orchestrator.event.Relay;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.limits.Limits;
import dev.interact.orchestrator.monitoring.State.Figure;
import jakarta.inject.Singleton;

/** What waits and what is under way. */
@Singleton
class CallState {
  private static final double MILLIS = 1e3;

  private final Dispatcher dispatcher;
  private final Limits limits;
  private final Relay relay;

  CallState(Dispatcher dispatcher, Limits limits, Relay relay) {
    this.dispatcher = dispatcher;
    this.limits = limits;
    this.relay = relay;
  }

  /** How many calls of a model wait. */
  public record Ready(String model, long number) {}

  /** To be called within a transaction. */
  void addTo(State state) {
    for (Load load : dispatcher.loads()) {
      state.add(Figure.CALLS_IN_FLIGHT, load.inFlight(), load.model());
      state.add(Figure.WINDOW, load.width(), load.model());
      state.add(Figure.CLOSED, load.closedMillis() / MILLIS, load.model());
    }
    limits
        .effective()
        .forEach((model, limit) -> state.add(Figure.LIMIT, limit.concurrency(), model));
    CallRow.find("select c.model, count(*) from CallRow c where c.status = READY group by c.model")
        .project(Ready.class)
        .stream()
        .forEach(ready -> state.add(Figure.CALLS_READY, ready.number(), ready.model()));
    state.add(Figure.DEAD_LETTERS, DeadLetterRow.count("resent is null"));
    state.add(Figure.OUTBOX, relay.waiting());
  }
}
