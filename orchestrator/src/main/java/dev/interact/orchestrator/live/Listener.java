package dev.interact.orchestrator.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Hears all events, on a thread of its own. While the broker is away, or the topic is not there
 * yet, it tries again; then it goes on where it stood.
 */
@Singleton
class Listener {
  private static final Logger LOG = Logger.getLogger(Listener.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final EventTopic topic;
  private final Recent recent;
  private final Thread thread = Thread.ofPlatform().name("events").daemon().unstarted(this::run);
  private volatile Consumer<byte[], byte[]> consumer;
  private volatile boolean closing;

  Listener(EventTopic topic, Recent recent) {
    this.topic = topic;
    this.recent = recent;
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    closing = true;
    Consumer<byte[], byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
  }

  private void run() {
    while (!closing) {
      try (Consumer<byte[], byte[]> events = topic.open()) {
        consumer = events;
        listen(events);
      } catch (WakeupException e) {
        LOG.debug("woken up to close");
      } catch (KafkaException e) {
        LOG.debugf("events could not be read (%s); trying again", e);
        rest();
      } catch (RuntimeException | Error e) {
        LOG.errorf("events could not be read (%s); trying again", e.getClass().getName());
        rest();
      }
    }
  }

  private void listen(Consumer<byte[], byte[]> events) {
    EventTopic.Extent extent = EventTopic.extent(events);
    if (!extent.has(recent.next())) {
      recent.begin(Math.max(extent.first(), extent.end() - Recent.MOST));
    }
    events.seek(EventTopic.PARTITION, recent.next());
    while (!closing) {
      recent.add(EventTopic.poll(events, PATIENCE), events.position(EventTopic.PARTITION));
    }
  }

  private static void rest() {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
