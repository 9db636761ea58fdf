package dev.interact.system;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One who listens to events and, whenever the connection ends, comes again with the last id. */
final class EventFollower implements AutoCloseable {
  private static final Duration CEILING = Duration.ofMinutes(2);

  private final URI stream;
  private final List<SseClient.Message> before = new ArrayList<>();
  private final AtomicInteger resumed = new AtomicInteger();
  private final Thread thread = Thread.ofVirtual().unstarted(this::follow);
  private volatile SseClient client;
  private volatile boolean closed;

  /** Begins with the first event there is. */
  EventFollower(URI stream) {
    this.stream = stream;
    this.client = SseClient.open(stream, "-1");
    thread.start();
  }

  /** All events that have come, over all connections. */
  synchronized List<SseClient.Message> heard() {
    List<SseClient.Message> heard = new ArrayList<>(before);
    heard.addAll(client.messages());
    return heard;
  }

  /** How often it came again and was let in. */
  int resumed() {
    return resumed.get();
  }

  private void follow() {
    client.awaitOver();
    while (!closed) {
      SseClient next =
          await()
              .atMost(CEILING)
              .pollInterval(Duration.ofMillis(100))
              .ignoreExceptions()
              .until(() -> SseClient.open(stream, client.lastId()), opened -> true);
      synchronized (this) {
        before.addAll(client.messages());
        client = next;
      }
      resumed.incrementAndGet();
      next.awaitOver();
    }
  }

  @Override
  public void close() {
    closed = true;
    client.close();
  }
}
