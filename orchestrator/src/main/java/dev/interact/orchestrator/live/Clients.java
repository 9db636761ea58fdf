package dev.interact.orchestrator.live;

import dev.interact.orchestrator.access.Access;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Those whom this process sends events: how many there are, by what they are sent. */
@Singleton
public class Clients {
  private final Map<Kind, AtomicInteger> connected = new EnumMap<>(Kind.class);

  /** What a client is sent. */
  public enum Kind {
    EVENTS,
    VIEW
  }

  private final Optional<Duration> longest;

  @Inject
  Clients(Access access) {
    this(access.longestStream());
  }

  /**
   * @param longest time that one is sent events; absent for any
   */
  Clients(Optional<Duration> longest) {
    this.longest = longest;
    Stream.of(Kind.values()).forEach(kind -> connected.put(kind, new AtomicInteger()));
  }

  /** How many clients of a kind are connected. */
  public int connected(Kind kind) {
    return connected.get(kind).get();
  }

  /** Begins to answer one; who must be let in has to come again after a while. */
  Connection open(Kind kind, RoutingContext http) {
    AtomicInteger ofKind = connected.get(kind);
    ofKind.incrementAndGet();
    Connection connection = new Connection(http, ofKind::decrementAndGet);
    longest.ifPresent(limit -> http.vertx().setTimer(limit.toMillis(), id -> connection.close()));
    return connection;
  }
}
