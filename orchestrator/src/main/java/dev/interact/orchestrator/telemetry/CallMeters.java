package dev.interact.orchestrator.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what is booked of calls, by model: nothing by study or dialogue, of which there are ever
 * more. To be told after a transaction, not within it.
 */
@Singleton
public class CallMeters {
  private static final double NANOS = 1e9;
  private static final Duration[] LATENCIES =
      Stream.of(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  /** How an attempt has ended. */
  public enum Outcome {
    COMPLETED,
    RATE_LIMITED,
    TRANSIENT,
    REJECTED,
    LOST;

    String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private record Calls(String model, String kind) {}

  private record OfModel(Timer latency, Counter input, Counter output, Counter cost) {}

  private final MeterRegistry meters;
  private final Map<Calls, Map<Outcome, Counter>> attempts = new ConcurrentHashMap<>();
  private final Map<String, OfModel> models = new ConcurrentHashMap<>();
  private final Map<Outcome, Counter> retries;
  private final Counter turns;
  private final Counter unreadable;
  private final DistributionSummary batch;

  CallMeters(MeterRegistry meters) {
    this.meters = meters;
    this.retries =
        Stream.of(Outcome.RATE_LIMITED, Outcome.TRANSIENT, Outcome.LOST)
            .collect(Collectors.toMap(Function.identity(), this::retries));
    this.turns =
        counter("interact.turns", "Questions that were answered; shared answers count once.");
    this.unreadable =
        counter("interact.sheets.unreadable", "Answered sheets that could not be read.");
    this.batch =
        DistributionSummary.builder("interact.reply.batch")
            .description("Replies that were taken in one transaction.")
            .register(meters);
  }

  private Counter retries(Outcome cause) {
    return Counter.builder("interact.retries")
        .description("Calls that were made ready to be sent again, by what had become of them.")
        .tag("cause", cause.label())
        .register(meters);
  }

  private Counter counter(String name, String what) {
    return Counter.builder(name).description(what).register(meters);
  }

  /** An attempt has ended. */
  public void ended(String model, String kind, Outcome outcome) {
    attempts.computeIfAbsent(new Calls(model, kind), this::attempts).get(outcome).increment();
  }

  /** All outcomes are there from the first call of a kind on, so that none begins unseen. */
  private Map<Outcome, Counter> attempts(Calls calls) {
    return Stream.of(Outcome.values())
        .collect(
            Collectors.toMap(
                Function.identity(),
                outcome ->
                    Counter.builder("interact.attempts")
                        .description("Requests to models that have ended, or were lost.")
                        .tag("model", calls.model())
                        .tag("kind", calls.kind())
                        .tag("outcome", outcome.label())
                        .register(meters)));
  }

  /** A model has answered: how long that took, as its worker measured, and what was used. */
  public void used(String model, long latencyMillis, int inputTokens, int outputTokens) {
    OfModel of = of(model);
    of.latency().record(Duration.ofMillis(latencyMillis));
    of.input().increment(inputTokens);
    of.output().increment(outputTokens);
  }

  /** An attempt was paid for. */
  public void paid(String model, long nanos) {
    of(model).cost().increment(nanos / NANOS);
  }

  private OfModel of(String model) {
    return models.computeIfAbsent(
        model,
        alias ->
            new OfModel(
                Timer.builder("interact.call.latency")
                    .description("How long models took to answer, as workers measured it.")
                    .tag("model", alias)
                    .serviceLevelObjectives(LATENCIES)
                    .register(meters),
                tokens(alias, "input"),
                tokens(alias, "output"),
                Counter.builder("interact.cost.usd")
                    .description("US dollars that replied attempts cost, at the registry's prices.")
                    .tag("model", alias)
                    .register(meters)));
  }

  private Counter tokens(String model, String direction) {
    return Counter.builder("interact.tokens")
        .description("Tokens that providers counted, of prompts (input) and answers (output).")
        .tag("model", model)
        .tag("direction", direction)
        .register(meters);
  }

  /** A call is to be sent again. */
  public void retried(Outcome cause) {
    retries.get(cause).increment();
  }

  /** A question was answered. */
  public void turn() {
    turns.increment();
  }

  /** A sheet could not be read. */
  public void unreadable() {
    unreadable.increment();
  }

  /** Some replies were taken at once. */
  public void batch(int replies) {
    batch.record(replies);
  }
}
