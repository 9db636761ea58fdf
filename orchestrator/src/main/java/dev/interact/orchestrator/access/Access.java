package dev.interact.orchestrator.access;

import dev.interact.orchestrator.OrchestratorConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Whether everybody may do everything, and how people sign in where that is not so. */
@Singleton
public class Access {
  private static final Logger LOG = Logger.getLogger(Access.class);
  private static final int FIRST = 1;
  private static final int SHORTEST_KEY = 32;
  private static final Set<String> OF_THIS_MACHINE = Set.of("127.0.0.1", "localhost", "::1");

  private final boolean open;
  private final boolean local;
  private final OrchestratorConfig.Access.Oidc oidc;
  private final Duration longestStream;
  private final Optional<String> adminKey;
  private final Optional<String> monitorKey;

  Access(OrchestratorConfig config, @ConfigProperty(name = "quarkus.http.host") String address) {
    this.local =
        OF_THIS_MACHINE.contains(address)
            && OF_THIS_MACHINE.containsAll(config.hosts().orElse(Set.of()));
    this.open = config.access().open().orElse(local);
    this.oidc = config.access().oidc();
    this.longestStream = config.access().stream();
    this.adminKey = config.access().adminKey();
    this.monitorKey = config.access().monitorKey();
  }

  /** Refuses to serve what was configured so that anybody could get in. */
  void check(@Observes @Priority(FIRST) StartupEvent event) {
    if (open && !local) {
      throw new IllegalStateException(
          "INTERACT_ACCESS_OPEN=true is for an orchestrator that its own machine alone reaches"
              + " (QUARKUS_HTTP_HOST=127.0.0.1, and no name of a proxy in INTERACT_HOSTS);"
              + " elsewhere leave it out, and set INTERACT_ACCESS_ADMIN_KEY.");
    }
    refuseShort("INTERACT_ACCESS_ADMIN_KEY", adminKey);
    refuseShort("INTERACT_ACCESS_MONITOR_KEY", monitorKey);
    if (!open && adminKey.isEmpty() && !oidc.enabled()) {
      LOG.warn(
          "Neither INTERACT_ACCESS_ADMIN_KEY nor OpenID Connect is configured: only who has a key"
              + " already gets in.");
    }
  }

  private static void refuseShort(String setting, Optional<String> key) {
    if (key.filter(text -> text.strip().length() < SHORTEST_KEY).isPresent()) {
      throw new IllegalStateException(
          "%s has fewer than %d characters; make one with: openssl rand -hex 32"
              .formatted(setting, SHORTEST_KEY));
    }
  }

  /** Whether everybody who reaches it may do everything. */
  boolean isOpen() {
    return open;
  }

  /** Whether a provider of OpenID Connect vouches for people. */
  boolean hasOidc() {
    return !open && oidc.enabled();
  }

  /** How long a stream goes on before its client has to show again who it is; absent: for ever. */
  public Optional<Duration> longestStream() {
    return open ? Optional.empty() : Optional.of(longestStream);
  }

  /** What the page calls that provider; null where there is none. */
  String provider() {
    return hasOidc() ? oidc.name() : null;
  }
}
