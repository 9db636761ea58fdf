package dev.interact.orchestrator.live;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Predicate;

/** What one client hears of the topic. Used by one thread at a time. */
final class EventStream {
  private static final int MOST = 200;

  private final Connection connection;
  private final Predicate<Told> filter;
  private long next;

  /**
   * A stream.
   *
   * @param filter which events it is to have
   * @param next offset of the first; -1 for those that are told from now on
   */
  EventStream(Connection connection, Predicate<Told> filter, long next) {
    this.connection = connection;
    this.filter = filter;
    this.next = next;
  }

  Connection connection() {
    return connection;
  }

  long next() {
    return next;
  }

  /**
   * Sends what is new, as far as the client takes it. One that has fallen too far back is closed.
   */
  void pump(Recent recent) {
    if (next < 0) {
      next = recent.next();
    }
    if (!recent.holds(next)) {
      connection.close();
    }
    boolean isNew = true;
    while (isNew && connection.isReady()) {
      isNew = recent.from(next, MOST).map(this::sendNew).orElse(false);
    }
  }

  private boolean sendNew(Recent.Stretch stretch) {
    long before = next;
    send(stretch.events(), stretch.next());
    return next != before;
  }

  /** Sends some events, after which the one at an offset comes. */
  void send(List<Told> some, long after) {
    Buffer frames = Buffer.buffer();
    some.stream()
        .filter(told -> told.offset() < after)
        .filter(filter)
        .forEach(told -> frames.appendBuffer(told.frame()));
    if (frames.length() > 0) {
      connection.write(frames);
    }
    next = after;
  }

  /** Says that it goes on at an offset only: what was before is gone. */
  void skip(long to) {
    connection.write(Frames.gap(next, to));
    next = to;
  }

  void beat() {
    if (connection.isReady()) {
      connection.write(next > 0 ? Frames.heartbeat(next - 1) : Frames.HEARTBEAT);
    }
  }
}
