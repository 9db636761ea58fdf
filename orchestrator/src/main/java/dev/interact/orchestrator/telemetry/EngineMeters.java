package dev.interact.orchestrator.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How long the writer takes over its work. */
@Singleton
public class EngineMeters {
  private static final Duration[] STEPS =
      Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Timer rounds;
  private final Timer transactions;

  EngineMeters(MeterRegistry meters) {
    this.rounds =
        timer("interact.engine.round", "Rounds of looking for work and sending it.", meters);
    this.transactions =
        timer("interact.transaction", "The writer's transactions, to their commit.", meters);
  }

  private static Timer timer(String name, String what, MeterRegistry meters) {
    return Timer.builder(name).description(what).serviceLevelObjectives(STEPS).register(meters);
  }

  /** Times a round of work. */
  public void round(Runnable work) {
    rounds.record(work);
  }

  /** Times a transaction of the writer. */
  public <T> T transaction(Supplier<T> work) {
    return transactions.record(work);
  }
}
