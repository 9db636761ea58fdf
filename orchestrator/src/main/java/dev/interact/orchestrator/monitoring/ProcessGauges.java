package dev.interact.orchestrator.monitoring;

import dev.interact.contracts.Role;
import dev.interact.contracts.Topics;
import dev.interact.orchestrator.presence.Presence;
import dev.interact.orchestrator.writer.Writer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What every orchestrator tells of itself: whether it is the writer, and whom it hears. */
@Singleton
class ProcessGauges {
  private final MeterRegistry meters;
  private final Writer writer;
  private final Presence presence;

  ProcessGauges(MeterRegistry meters, Writer writer, Presence presence) {
    this.meters = meters;
    this.writer = writer;
    this.presence = presence;
  }

  void start(@Observes StartupEvent event) {
    Gauge.builder("interact.writer", () -> writer.isHeld() ? 1 : 0)
        .description("Whether this process is the writer: 1 or 0.")
        .strongReference(true)
        .register(meters);
    for (Role role : Role.values()) {
      Gauge.builder("interact.workers", () -> presence.taking(role, Topics.DEFAULT_POOL).size())
          .description("Workers that take requests, by role.")
          .tag("role", role.label())
          .strongReference(true)
          .register(meters);
    }
  }
}
