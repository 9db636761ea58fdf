package dev.interact.worker.loop;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The one worker of this process: starts with it, drains before it stops. */
@Singleton
@Readiness
public class RunningWorker implements HealthCheck {
  private final WorkerConfig config;
  private final Map<String, Object> kafka;
  private final Service<?> service;
  private final Sight sight;
  private Worker<?> worker;

  RunningWorker(
      WorkerConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Service<?> service,
      Sight sight) {
    this.config = config;
    this.kafka = kafka;
    this.service = service;
    this.sight = sight;
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start(config.worker(), kafka, service, sight);
  }

  void stop(@Observes ShutdownEvent event) {
    worker.close();
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("worker").status(worker != null && worker.isReading()).build();
  }
}
