package dev.interact.orchestrator.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Sends events to all clients that listen: one thread for those who keep up, a few for those who
 * want what only the topic holds.
 */
@Singleton
class EventStreams {
  private static final Logger LOG = Logger.getLogger(EventStreams.class);
  private static final long PERIOD_MILLIS = 20;
  private static final long HEARTBEAT_SECONDS = 15;
  private static final int READERS = 4;
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Recent recent;
  private final EventTopic topic;
  private final Clients clients;
  private final Queue<EventStream> streams = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService pump =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("event-streams").daemon().factory());
  private final ExecutorService readers =
      Executors.newFixedThreadPool(
          READERS, Thread.ofPlatform().name("events-past-", 0).daemon().factory());

  EventStreams(Recent recent, EventTopic topic, Clients clients) {
    this.recent = recent;
    this.topic = topic;
    this.clients = clients;
  }

  void start(@Observes StartupEvent event) {
    pump.scheduleWithFixedDelay(this::pump, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    pump.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    pump.shutdownNow();
    readers.shutdownNow();
  }

  /**
   * Serves a client.
   *
   * @param filter which events it is to have
   * @param next offset of the first; -1 for those that are told from now on
   */
  void add(RoutingContext http, Predicate<Told> filter, long next) {
    add(new EventStream(clients.open(Clients.Kind.EVENTS, http), filter, next));
  }

  private void add(EventStream stream) {
    if (stream.next() < 0 || recent.holds(stream.next())) {
      streams.add(stream);
    } else {
      readers.execute(() -> catchUp(stream));
    }
  }

  private void pump() {
    streams.removeIf(stream -> !stream.connection().isOpen());
    serve(stream -> stream.pump(recent));
  }

  private void beat() {
    serve(EventStream::beat);
  }

  /** What fails for one client ends nothing for the others. */
  private void serve(java.util.function.Consumer<EventStream> service) {
    for (EventStream stream : streams) {
      try {
        service.accept(stream);
      } catch (RuntimeException e) {
        LOG.debugf("a client is left: %s", e);
        stream.connection().close();
      }
    }
  }

  /**
   * Reads for a client from the topic, for a while: then it is another's turn, until it has come to
   * what is held in memory. One that takes nothing keeps no reader.
   */
  private void catchUp(EventStream stream) {
    try {
      stream.beat();
      if (stream.connection().isReady()) {
        read(stream);
      }
      goOn(stream);
    } catch (KafkaException | RejectedExecutionException e) {
      LOG.debugf("a client is left, for its events could not be read: %s", e);
      stream.connection().close();
    }
  }

  private void goOn(EventStream stream) {
    if (!stream.connection().isOpen()) {
      return;
    }
    if (recent.holds(stream.next())) {
      streams.add(stream);
    } else if (stream.connection().isReady()) {
      readers.execute(() -> catchUp(stream));
    } else {
      pump.schedule(
          () -> readers.execute(() -> catchUp(stream)), PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void read(EventStream stream) {
    long begin = System.nanoTime();
    try (Consumer<byte[], byte[]> events = topic.open()) {
      EventTopic.Extent extent = EventTopic.extent(events);
      if (!extent.has(stream.next())) {
        stream.skip(extent.first());
      }
      events.seek(EventTopic.PARTITION, stream.next());
      while (stream.connection().isReady()
          && !recent.holds(stream.next())
          && System.nanoTime() - begin < TURN_NANOS) {
        var some = EventTopic.poll(events, PATIENCE);
        stream.send(some, events.position(EventTopic.PARTITION));
      }
    }
  }
}
