package dev.interact.orchestrator.live;

import dev.interact.contracts.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** Reads the topic of events, from any place and without a group. */
@Singleton
class EventTopic {
  private static final Logger LOG = Logger.getLogger(EventTopic.class);

  static final TopicPartition PARTITION = new TopicPartition(Topics.EVENTS, 0);

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST = 1_000;

  private final Map<String, Object> settings;

  EventTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.settings = new HashMap<>(kafka);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST);
  }

  /** What the topic holds: offsets of its first event, and after its last. */
  record Extent(long first, long end) {
    boolean has(long offset) {
      return offset >= first && offset <= end;
    }
  }

  /** A consumer that stands nowhere yet. */
  Consumer<byte[], byte[]> open() {
    Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(List.of(PARTITION));
    return consumer;
  }

  /**
   * What the topic holds now.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker or the topic is not there
   */
  static Extent extent(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partition = List.of(PARTITION);
    return new Extent(
        consumer.beginningOffsets(partition, PATIENCE).get(PARTITION),
        consumer.endOffsets(partition, PATIENCE).get(PARTITION));
  }

  /** The offset of the last event before a time; empty where none has come since. */
  Optional<Long> lastBefore(Instant time) {
    try (Consumer<byte[], byte[]> events = open()) {
      Map<TopicPartition, OffsetAndTimestamp> found =
          events.offsetsForTimes(Map.of(PARTITION, time.toEpochMilli()), PATIENCE);
      return Optional.ofNullable(found.get(PARTITION)).map(first -> first.offset() - 1);
    } catch (KafkaException e) {
      LOG.debugf("the topic of events was not asked for a time: %s", e);
      return Optional.empty();
    }
  }

  /** The next events, those records that are none left out. */
  static List<Told> poll(Consumer<byte[], byte[]> consumer, Duration patience) {
    List<Told> heard = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
      Told.of(record.offset(), record.value()).ifPresent(heard::add);
    }
    return heard;
  }
}
