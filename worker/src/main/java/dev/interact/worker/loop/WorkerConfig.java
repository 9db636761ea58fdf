package dev.interact.worker.loop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings that all workers share. */
@ConfigMapping(prefix = "interact")
public interface WorkerConfig {
  /** The model registry file. */
  @WithDefault("models.yaml")
  Path models();

  Worker worker();

  /** Of the worker loop. */
  interface Worker {
    /** The pool whose requests this worker takes. */
    @WithDefault("default")
    String pool();

    /** How many requests are served at once at most. */
    @WithDefault("256")
    int slots();

    /** Time between two heartbeats. */
    @WithDefault("1s")
    Duration heartbeat();

    /** How long calls in flight may go on after the process was asked to stop. */
    @WithDefault("30s")
    Duration drain();
  }
}
