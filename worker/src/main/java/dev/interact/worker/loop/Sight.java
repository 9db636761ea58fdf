package dev.interact.worker.loop;

import dev.interact.telemetry.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** How a worker is watched from outside. */
@Singleton
public class Sight {
  private final Traces traces;
  private final MeterRegistry meters;
  private final Counter handedBack;

  Sight(Traces traces, MeterRegistry meters) {
    this.traces = traces;
    this.meters = meters;
    this.handedBack =
        Counter.builder("interact.worker.handed.back")
            .description("Requests that were sent back unserved: they were for another worker.")
            .register(meters);
  }

  /** A worker that nobody watches. */
  static Sight none() {
    return new Sight(Traces.off(), new SimpleMeterRegistry());
  }

  Traces traces() {
    return traces;
  }

  void handedBack() {
    handedBack.increment();
  }

  void watch(Attempts attempts, RequestLoop<?> loop) {
    gauge("interact.worker.slots", "Requests that it serves at once at most.", attempts::slots);
    gauge("interact.worker.in.flight", "Requests that it serves now.", attempts::inFlight);
    gauge(
        "interact.worker.standing.by",
        "Requests that begin in the place of one that ends.",
        () -> loop.standingBy().size());
    gauge(
        "interact.worker.lag.records",
        "Requests in its partitions of the topic that it has not read.",
        loop::lag);
  }

  private void gauge(String name, String what, Supplier<Number> value) {
    Gauge.builder(name, value).description(what).strongReference(true).register(meters);
  }
}
