package dev.interact.orchestrator.machine;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker how long its topics are, and how far they are read. */
@Singleton
class TopicLag {
  private static final String OURS = "interact.";
  private static final long PATIENCE_SECONDS = 5;

  private final Map<String, Object> kafka;

  TopicLag(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /**
   * A topic.
   *
   * @param end records that were ever written to it, over all partitions
   * @param lag records that are still to be read, by group of readers
   */
  record Topic(String topic, int partitions, long end, Map<String, Long> lag) {}

  /** Every topic of Interact's; null where the broker does not answer. */
  List<Topic> topics() throws InterruptedException {
    try (Admin admin = Admin.create(kafka)) {
      return topics(admin);
    } catch (ExecutionException | TimeoutException e) {
      return null;
    }
  }

  private static List<Topic> topics(Admin admin)
      throws InterruptedException, ExecutionException, TimeoutException {
    Set<String> names =
        get(admin.listTopics().names()).stream()
            .filter(name -> name.startsWith(OURS))
            .collect(Collectors.toSet());
    Map<String, TopicDescription> topics = get(admin.describeTopics(names).allTopicNames());
    Map<TopicPartition, Long> ends = ends(admin, topics);
    Map<String, Map<TopicPartition, OffsetAndMetadata>> groups = groups(admin);
    return topics.values().stream()
        .map(topic -> topic(topic, ends, groups))
        .sorted(Comparator.comparing(Topic::topic))
        .toList();
  }

  private static Map<TopicPartition, Long> ends(Admin admin, Map<String, TopicDescription> topics)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    topics.values().stream()
        .flatMap(topic -> partitions(topic).stream())
        .forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    get(admin.listOffsets(wanted).all())
        .forEach((partition, found) -> ends.put(partition, found.offset()));
    return ends;
  }

  private static List<TopicPartition> partitions(TopicDescription topic) {
    return IntStream.range(0, topic.partitions().size())
        .mapToObj(number -> new TopicPartition(topic.name(), number))
        .toList();
  }

  private static Map<String, Map<TopicPartition, OffsetAndMetadata>> groups(Admin admin)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<String, ListConsumerGroupOffsetsSpec> all = new HashMap<>();
    get(admin.listGroups().all()).stream()
        .map(GroupListing::groupId)
        .forEach(group -> all.put(group, new ListConsumerGroupOffsetsSpec()));
    return all.isEmpty() ? Map.of() : get(admin.listConsumerGroupOffsets(all).all());
  }

  private static Topic topic(
      TopicDescription topic,
      Map<TopicPartition, Long> ends,
      Map<String, Map<TopicPartition, OffsetAndMetadata>> groups) {
    List<TopicPartition> partitions = partitions(topic);
    Map<String, Long> lag = new TreeMap<>();
    groups.forEach(
        (group, offsets) -> {
          List<TopicPartition> read = new ArrayList<>(partitions);
          read.removeIf(partition -> offsets.get(partition) == null);
          if (!read.isEmpty()) {
            lag.put(
                group,
                read.stream()
                    .mapToLong(one -> ends.getOrDefault(one, 0L) - offsets.get(one).offset())
                    .sum());
          }
        });
    return new Topic(
        topic.name(),
        partitions.size(),
        partitions.stream().mapToLong(one -> ends.getOrDefault(one, 0L)).sum(),
        lag);
  }

  private static <T> T get(KafkaFuture<T> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
