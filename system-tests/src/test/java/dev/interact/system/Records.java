package dev.interact.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from outside. */
final class Records {
  private static final Duration POLL = Duration.ofMillis(200);

  private Records() {}

  static KafkaConsumer<byte[], byte[]> consumer(String bootstrap) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topics) {
    Pattern pattern = Pattern.compile(topics);
    return consumer.listTopics().entrySet().stream()
        .filter(topic -> pattern.matcher(topic.getKey()).matches())
        .flatMap(topic -> topic.getValue().stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  /** Every value that some topics hold now, as text. */
  static List<String> all(String bootstrap, String topics) {
    return records(bootstrap, topics).stream()
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .toList();
  }

  /** The names of our topics. */
  static List<String> topics(String bootstrap) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrap)) {
      return consumer.listTopics().keySet().stream()
          .filter(topic -> topic.startsWith("interact."))
          .toList();
    }
  }

  /** The names of all headers that the records of some topics have. */
  static Set<String> headers(String bootstrap, String topics) {
    Set<String> names = new TreeSet<>();
    records(bootstrap, topics)
        .forEach(record -> record.headers().forEach(header -> names.add(header.key())));
    return names;
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(String bootstrap, String topics) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrap)) {
      List<TopicPartition> partitions = partitions(consumer, topics);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(POLL).forEach(records::add);
      }
      return records;
    }
  }
}
