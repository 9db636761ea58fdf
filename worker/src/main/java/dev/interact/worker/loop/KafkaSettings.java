package dev.interact.worker.loop;

import dev.interact.contracts.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The Kafka client settings of a worker, on top of the connection settings of the process. */
final class KafkaSettings {
  private static final int RECORD_OVERHEAD_BYTES = 64 * 1024;

  private KafkaSettings() {}

  /** The loop looks for free slots between polls: one that gives few records passes few over. */
  static Map<String, Object> consumer(Map<String, Object> connection, String group) {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
    return settings;
  }

  /** A reply is a paid answer: it is sent until the broker has it, however long that takes. */
  static Map<String, Object> replies(Map<String, Object> connection) {
    Map<String, Object> settings = producer(connection);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE);
    return settings;
  }

  /** A heartbeat that cannot be sent now is worth nothing later. */
  static Map<String, Object> presence(Map<String, Object> connection) {
    Map<String, Object> settings = producer(connection);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
    return settings;
  }

  private static Map<String, Object> producer(Map<String, Object> connection) {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // While a batch is under way the next one gathers: large where there is much to say, at once
    // else.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.put(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_MESSAGE_BYTES + RECORD_OVERHEAD_BYTES);
    return settings;
  }
}
