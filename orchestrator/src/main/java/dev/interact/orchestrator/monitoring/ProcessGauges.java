package dev.interact.orchestrator.monitoring;

import dev.interact.contracts.Role;
import dev.interact.orchestrator.live.Clients;
import dev.interact.orchestrator.presence.Presence;
import dev.interact.orchestrator.writer.Writer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * What every orchestrator tells of itself: whether it is the writer, whom it hears, who listens.
 */
@Singleton
class ProcessGauges {
  private final MeterRegistry meters;
  private final Writer writer;
  private final Presence presence;
  private final Clients clients;

  ProcessGauges(MeterRegistry meters, Writer writer, Presence presence, Clients clients) {
    this.meters = meters;
    this.writer = writer;
    this.presence = presence;
    this.clients = clients;
  }

  void start(@Observes StartupEvent event) {
    Gauge.builder("interact.writer", () -> writer.isHeld() ? 1 : 0)
        .description("Whether this process is the writer: 1 or 0.")
        .strongReference(true)
        .register(meters);
    for (Role role : Role.values()) {
      Gauge.builder("interact.workers", () -> presence.taking(role).size())
          .description("Workers that take requests, by role.")
          .tag("role", role.label())
          .strongReference(true)
          .register(meters);
    }
    for (Clients.Kind kind : Clients.Kind.values()) {
      Gauge.builder("interact.stream.clients", () -> clients.connected(kind))
          .description("Clients that are sent events as they happen, by stream.")
          .tag("stream", kind.name().toLowerCase(Locale.ROOT))
          .strongReference(true)
          .register(meters);
    }
  }
}
