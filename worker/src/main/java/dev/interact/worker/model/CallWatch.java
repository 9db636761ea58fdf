package dev.interact.worker.model;

import dev.interact.contracts.Head;
import dev.interact.contracts.reply.Outcome;
import dev.interact.registry.Model;
import dev.interact.telemetry.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Watches model calls: how long they take, by model and outcome, and a span of each. */
@Singleton
public class CallWatch {
  private static final List<String> OUTCOMES =
      List.of("completed", "rate-limited", "transient", "rejected");

  private final Traces traces;
  private final MeterRegistry meters;
  private final Map<String, Map<String, Timer>> timers = new ConcurrentHashMap<>();

  CallWatch(Traces traces, MeterRegistry meters) {
    this.traces = traces;
    this.meters = meters;
  }

  /** One that tells nobody. */
  static CallWatch none() {
    return new CallWatch(Traces.off(), new SimpleMeterRegistry());
  }

  ChatSpan begin(Head head, Model model) {
    return ChatSpan.begin(traces, head, model);
  }

  void took(String model, Outcome outcome, long nanos) {
    timers
        .computeIfAbsent(model, this::timers)
        .get(label(outcome))
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  /** All outcomes of a model are there from its first call on, so that none begins unseen. */
  private Map<String, Timer> timers(String model) {
    return OUTCOMES.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                outcome ->
                    Timer.builder("interact.worker.call")
                        .description("Requests to models, from sending to the end of the reply.")
                        .tag("model", model)
                        .tag("outcome", outcome)
                        .register(meters)));
  }

  private static String label(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Completed completed -> "completed";
      case Outcome.RateLimited limited -> "rate-limited";
      case Outcome.Transient broken -> "transient";
      case Outcome.Rejected rejected -> "rejected";
    };
  }
}
