package dev.interact.orchestrator.live;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
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

  Clients() {
    Stream.of(Kind.values()).forEach(kind -> connected.put(kind, new AtomicInteger()));
  }

  /** How many clients of a kind are connected. */
  public int connected(Kind kind) {
    return connected.get(kind).get();
  }

  /** Begins to answer one. */
  Connection open(Kind kind, RoutingContext http) {
    AtomicInteger ofKind = connected.get(kind);
    ofKind.incrementAndGet();
    return new Connection(http, ofKind::decrementAndGet);
  }
}
