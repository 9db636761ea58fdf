package dev.interact.orchestrator.presence;

import dev.interact.contracts.Role;
import dev.interact.contracts.presence.Heartbeat;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which workers live, and what they hold. Time passes here only while the orchestrator hears its
 * own heartbeats come back from the broker: while the broker is out, or the orchestrator itself is
 * stopped, nobody falls silent.
 */
public final class Presence {

  /** A worker, as last heard. */
  private record Heard(Heartbeat.OfWorker beat, long at) {}

  private final String self;
  private final long silence;
  private final long longestStep;
  private final Map<String, Heard> workers = new HashMap<>();
  private final Map<String, Long> expected = new HashMap<>();
  private long listened;
  private long lastOwn = -1;

  /**
   * @param self the orchestrator's own incarnation
   * @param heartbeat time between two of its heartbeats
   * @param silence how long a worker may say nothing
   */
  public Presence(String self, Duration heartbeat, Duration silence) {
    this.self = self;
    this.silence = silence.toMillis();
    this.longestStep = 2 * heartbeat.toMillis();
  }

  /**
   * Takes a heartbeat.
   *
   * @param now milliseconds of a clock that never goes back
   */
  public synchronized void hear(Heartbeat heartbeat, long now) {
    switch (heartbeat) {
      case Heartbeat.OfWorker beat -> {
        workers.put(beat.incarnation(), new Heard(beat, listened));
        expected.remove(beat.incarnation());
      }
      case Heartbeat.OfOrchestrator own -> {
        if (own.incarnation().equals(self)) {
          listened += lastOwn < 0 ? 0 : Math.min(now - lastOwn, longestStep);
          lastOwn = now;
          workers.values().removeIf(worker -> listened - worker.at() > 10 * silence);
        }
      }
    }
  }

  /** Milliseconds during which silence counted. */
  public synchronized long listened() {
    return listened;
  }

  /** Whether a worker has said nothing for too long; one never heard of is given as long. */
  public synchronized boolean isGone(String incarnation) {
    Heard heard = workers.get(incarnation);
    long since =
        heard == null ? expected.computeIfAbsent(incarnation, unknown -> listened) : heard.at();
    return listened - since > silence;
  }

  /** Whether a worker lives and goes on taking requests. */
  public synchronized boolean isTaking(String incarnation) {
    return isLiving(workers.get(incarnation)) && !workers.get(incarnation).beat().stopping();
  }

  private boolean isLiving(Heard heard) {
    return heard != null && listened - heard.at() <= silence;
  }

  /** The workers that live. */
  public synchronized List<Heartbeat.OfWorker> living() {
    return workers.values().stream().filter(this::isLiving).map(Heard::beat).toList();
  }

  /** The workers of a role and pool that take requests now. */
  public Collection<Heartbeat.OfWorker> taking(Role role, String pool) {
    return taking(role).stream().filter(beat -> beat.pool().equals(pool)).toList();
  }

  /** The workers of a role that take requests now, of whichever pool. */
  public synchronized Collection<Heartbeat.OfWorker> taking(Role role) {
    return living().stream()
        .filter(beat -> beat.role() == role)
        .filter(beat -> !beat.stopping() && !beat.partitions().isEmpty())
        .toList();
  }

  /** The last heartbeat of a worker that lives. */
  public synchronized Optional<Heartbeat.OfWorker> find(String incarnation) {
    return Optional.ofNullable(workers.get(incarnation)).filter(this::isLiving).map(Heard::beat);
  }
}
