package dev.interact.orchestrator.presence;

import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.orchestrator.OrchestratorConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** Sends the orchestrator's heartbeat, and hears everyone's. */
@ApplicationScoped
public class Heartbeats {
  private static final Logger LOG = Logger.getLogger(Heartbeats.class);
  private static final String SELF = "orchestrator-" + UUID.randomUUID();

  private final OrchestratorConfig config;
  private final Presence presence;
  private final Emitter<byte[]> heartbeats;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("heart").factory());

  Heartbeats(
      OrchestratorConfig config,
      Presence presence,
      @Channel("heartbeat") @OnOverflow(OnOverflow.Strategy.DROP) Emitter<byte[]> heartbeats) {
    this.config = config;
    this.presence = presence;
    this.heartbeats = heartbeats;
  }

  /** Makes the one {@link Presence} of this process. */
  static class Made {
    @Produces
    @Singleton
    Presence presence(OrchestratorConfig config) {
      return new Presence(SELF, config.presence().heartbeat(), config.presence().silence());
    }
  }

  void start(@Observes StartupEvent event) {
    long period = config.presence().heartbeat().toMillis();
    heart.scheduleAtFixedRate(this::beat, 0, period, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    heart.shutdownNow();
  }

  private void beat() {
    try {
      heartbeats.send(Json.write(new Heartbeat.OfOrchestrator(SELF)));
    } catch (RuntimeException e) {
      LOG.debugf("a heartbeat was not sent: %s", e);
    }
  }

  @Incoming("presence")
  @Blocking
  void hear(byte[] message) {
    try {
      presence.hear(
          Json.read(message, Heartbeat.class), TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    } catch (UnreadableMessage e) {
      LOG.warnf("a heartbeat was skipped: %s", e.getMessage());
    }
  }
}
