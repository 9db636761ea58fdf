package dev.interact.orchestrator.engine;

import dev.interact.contracts.Json;
import dev.interact.contracts.Topics;
import dev.interact.contracts.UnreadableMessage;
import dev.interact.contracts.reply.Reply;
import dev.interact.orchestrator.OrchestratorConfig;
import dev.interact.orchestrator.deadletter.DeadLetters;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.orchestrator.writer.Deposed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads replies while this process is the writer; a batch's offsets are committed after it has been
 * applied, however long that takes. A reply that cannot be read, or that a living database refuses
 * again and again, holds up no other.
 */
@Singleton
class Inbox {
  private static final Logger LOG = Logger.getLogger(Inbox.class);
  private static final String GROUP = "interact-orchestrator";
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int MOST = 500;
  private static final int REFUSALS = 3;

  private final Engine engine;
  private final DeadLetters deadLetters;
  private final Map<String, Object> settings;
  private KafkaConsumer<byte[], byte[]> consumer;
  private Thread reader;
  private volatile boolean open;

  Inbox(
      Engine engine,
      DeadLetters deadLetters,
      OrchestratorConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.engine = engine;
    this.deadLetters = deadLetters;
    this.settings = settings(kafka, config.writer());
  }

  private static Map<String, Object> settings(
      Map<String, Object> kafka, OrchestratorConfig.Writer writer) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    // Started again under the same name it has its partitions back at once.
    settings.put(
        ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
        writer.instance().replaceAll("[^A-Za-z0-9._-]", "-"));
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST);
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, Integer.MAX_VALUE);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) writer.lease().toMillis());
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }

  void open() {
    open = true;
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(Topics.REPLIES));
    reader = Thread.ofPlatform().name("replies").start(() -> run(consumer));
  }

  void close() throws InterruptedException {
    open = false;
    consumer.wakeup();
    reader.join();
  }

  private void run(KafkaConsumer<byte[], byte[]> replies) {
    try (replies) {
      while (open) {
        try {
          take(replies.poll(PATIENCE));
        } catch (WakeupException e) {
          LOG.debug("woken up to close");
        } catch (KafkaException e) {
          LOG.warnf("replies could not be read (%s); trying again", e);
          Thread.sleep(PATIENCE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Deposed e) {
      LOG.debug("another process reads the replies");
    }
  }

  private void take(Iterable<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
    List<Letter> letters = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        letters.add(new Letter(record, Json.read(record.value(), Reply.class)));
      } catch (UnreadableMessage e) {
        setAside(record, e.getMessage());
      }
    }
    if (!isTaken(letters)) {
      for (Letter letter : letters) {
        if (open && !isTaken(List.of(letter))) {
          setAside(letter.record(), "The database refuses to store it.");
        }
      }
    }
    if (open) {
      consumer.commitSync();
    }
  }

  private record Letter(ConsumerRecord<byte[], byte[]> record, Reply reply) {}

  /** Whether the replies are stored; false if a living database refuses them. */
  private boolean isTaken(List<Letter> letters) throws InterruptedException {
    List<Reply> replies = letters.stream().map(Letter::reply).toList();
    int refusals = 0;
    while (open && !replies.isEmpty() && refusals < REFUSALS) {
      if (engine.take(replies)) {
        return true;
      }
      refusals += engine.hasDatabaseFailed() || !isDatabaseUp() ? 0 : 1;
      Thread.sleep(PATIENCE);
    }
    return replies.isEmpty();
  }

  private static boolean isDatabaseUp() {
    try {
      return QuarkusTransaction.requiringNew().call(StudyRow::count) >= 0;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private void setAside(ConsumerRecord<byte[], byte[]> record, String reason)
      throws InterruptedException {
    deadLetters.bury(record, reason);
  }
}
