package dev.interact.orchestrator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of the orchestrator. */
@ConfigMapping(prefix = "interact")
public interface OrchestratorConfig {
  /** The model registry file. */
  @WithDefault("models.yaml")
  Path models();

  /** Whether studies that were running when the orchestrator stopped go on when it starts. */
  @WithDefault("true")
  boolean resumeOnStart();

  /**
   * Names under which browsers may reach it, besides those of this machine; of a proxy in front of
   * it, say.
   */
  Optional<Set<String>> hosts();

  Retry retry();

  Presence presence();

  Topics topics();

  Writer writer();

  /** Of calls whose attempts fail. */
  interface Retry {
    /** Failed attempts after which a call fails for good. */
    @WithDefault("5")
    int attempts();

    /** Wait after the first failure; doubles with each further one. */
    @WithDefault("1s")
    Duration backoff();

    /** The longest wait that is not asked for by the provider. */
    @WithDefault("60s")
    Duration longest();
  }

  /** Of workers. */
  interface Presence {
    /** Time between two of the orchestrator's own heartbeats. */
    @WithDefault("1s")
    Duration heartbeat();

    /** Silence after which a worker counts as gone. */
    @WithDefault("6s")
    Duration silence();

    /** Time after which an attempt that its living worker does not hold is sent to it again. */
    @WithDefault("8s")
    Duration absence();
  }

  /** Of the one orchestrator that decides. */
  interface Writer {
    /**
     * Names this process, and the same one after it is started again, which has its office back at
     * once; no other may have it. By default it is another at each start.
     */
    @WithDefault("${HOSTNAME:local}:${quarkus.http.port}:${quarkus.uuid}")
    String instance();

    /** Time after which a writer that says nothing is replaced. */
    @WithDefault("6s")
    Duration lease();
  }

  /** Of the topics that the orchestrator creates. */
  interface Topics {
    /** Partitions of a request topic: at least as many as the workers of a role ever. */
    @WithDefault("32")
    int requestPartitions();

    @WithDefault("8")
    int replyPartitions();

    /** How long events can be read again. */
    @WithDefault("7d")
    Duration eventRetention();

    @WithDefault("1")
    short replication();
  }
}
