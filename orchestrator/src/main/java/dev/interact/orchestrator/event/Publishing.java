package dev.interact.orchestrator.event;

import dev.interact.contracts.Topics;
import dev.interact.contracts.event.Event;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Publishes stored facts during one term, on a thread of its own: in order, some at a time, and
 * deletes them when the broker has them. What was not deleted is sent again, with the same ids.
 */
public final class Publishing implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Publishing.class);

  /** Facts that other processes store ring no bell here. */
  private static final long LONGEST_WAIT_MILLIS = 1_000;

  /** Time in which facts gather, so that there are few batches however many transactions. */
  private static final long GATHERING_MILLIS = 200;

  private static final long PAUSE_MILLIS = 1_000;

  private final Outbox outbox;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Thread thread = Thread.ofPlatform().name("events-out").unstarted(this::run);
  private volatile boolean closing;
  private long last;

  Publishing(Outbox outbox, Supplier<Producer<byte[], byte[]>> producers) {
    this.outbox = outbox;
    this.producers = producers;
    thread.start();
  }

  /** Whether events are published still, or wait for a time to come. */
  public boolean isGettingOn() {
    return thread.isAlive();
  }

  @Override
  public void close() throws InterruptedException {
    closing = true;
    thread.interrupt();
    thread.join();
  }

  private void run() {
    while (!closing) {
      try {
        publish();
      } catch (InterruptedException | InterruptException e) {
        LOG.debug("events wait for the next term");
      } catch (SQLException | ExecutionException | RuntimeException e) {
        LOG.warnf("events wait; trying again (%s)", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      LOG.debug("events wait for the next term");
    }
  }

  /** Publishes with one producer; after a failure another has nothing left of what was sent. */
  private void publish() throws InterruptedException, SQLException, ExecutionException {
    Producer<byte[], byte[]> producer = producers.get();
    try {
      while (!closing) {
        List<Outbox.Row> rows = outbox.after(last);
        if (rows.isEmpty()) {
          outbox.awaitRing(LONGEST_WAIT_MILLIS);
        } else {
          send(rows, producer);
          outbox.deleteUpTo(rows.getLast().seq());
          last = rows.getLast().seq();
          Thread.sleep(GATHERING_MILLIS);
        }
      }
    } finally {
      producer.close(Duration.ZERO);
    }
  }

  private static void send(List<Outbox.Row> rows, Producer<byte[], byte[]> producer)
      throws InterruptedException, ExecutionException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Outbox.Row row : rows) {
      for (Announcement announcement : row.announcements()) {
        Future<RecordMetadata> sending = producer.send(record(announcement));
        if (sending.isDone()) {
          // One that was refused at once must not be followed by the next.
          sending.get();
        }
        sent.add(sending);
      }
    }
    for (Future<RecordMetadata> sending : sent) {
      sending.get();
    }
  }

  private static ProducerRecord<byte[], byte[]> record(Announcement of) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topics.EVENTS, of.key().getBytes(StandardCharsets.UTF_8), of.event());
    record.headers().add("content-type", Event.MEDIA_TYPE.getBytes(StandardCharsets.UTF_8));
    return record;
  }
}
