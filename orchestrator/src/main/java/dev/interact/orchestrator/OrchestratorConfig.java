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

  Access access();

  Retry retry();

  Presence presence();

  Topics topics();

  Writer writer();

  /** Of who gets in. */
  interface Access {
    /**
     * Whether everybody may do everything. By default that is so where it listens to this machine
     * alone and has no name elsewhere, and may be so nowhere else.
     */
    Optional<Boolean> open();

    /** A key that may do everything, for a beginning: with it others are made. */
    Optional<String> adminKey();

    /** A key that may read figures of the machine, for Prometheus and KEDA. */
    Optional<String> monitorKey();

    /** How long somebody stays signed in on the page with a key. */
    @WithDefault("12h")
    Duration session();

    /** How long a stream goes on before its client has to come again and show who it is. */
    @WithDefault("15m")
    Duration stream();

    Oidc oidc();

    /** Of people whom an OpenID Connect provider vouches for. */
    interface Oidc {
      @WithDefault("false")
      boolean enabled();

      /** What the page calls the provider. */
      @WithDefault("single sign-on")
      String name();

      /**
       * Encrypts the cookies of people who are signed in, 32 characters or more; the same in all
       * replicas. Without it each makes one of its own at its start.
       */
      Optional<String> cookieSecret();

      /** Roles of the provider whose people have a scope. */
      Roles roles();
    }

    /** Names of roles, or of groups, by the scope that they give. */
    interface Roles {
      @WithDefault("interact-monitor")
      Set<String> monitor();

      @WithDefault("interact-read")
      Set<String> read();

      @WithDefault("interact-run")
      Set<String> run();

      @WithDefault("interact-admin")
      Set<String> admin();
    }
  }

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
