package dev.interact.orchestrator.machine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the broker how long its topics are, and how far they are read: once a second at most, for
 * all who want to know.
 */
@Singleton
class TopicLag {
  private static final String OURS = "interact.";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Admin admin;
  private final LoadingCache<String, Optional<List<Topic>>> answers;

  @Inject
  TopicLag(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this(Admin.create(settings(kafka)), Ticker.systemTicker());
  }

  TopicLag(Admin admin, Ticker time) {
    this.admin = admin;
    this.answers =
        Caffeine.newBuilder().ticker(time).expireAfterWrite(FRESH).build(ours -> ask(admin));
  }

  private static Map<String, Object> settings(Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return settings;
  }

  @PreDestroy
  void close() {
    admin.close(Duration.ZERO);
  }

  /**
   * A topic.
   *
   * @param end records that were ever written to it, over all partitions
   * @param lag records that are still to be read, by group of readers
   */
  record Topic(String topic, int partitions, long end, Map<String, Long> lag) {}

  /** Every topic of Interact's; null where the broker does not answer. */
  List<Topic> topics() {
    return answers.get(OURS).orElse(null);
  }

  private static Optional<List<Topic>> ask(Admin admin) throws InterruptedException {
    try {
      return Optional.of(topics(admin));
    } catch (ExecutionException | KafkaException e) {
      return Optional.empty();
    }
  }

  private static List<Topic> topics(Admin admin) throws InterruptedException, ExecutionException {
    Set<String> names =
        admin.listTopics().names().get().stream()
            .filter(name -> name.startsWith(OURS))
            .collect(Collectors.toSet());
    Map<String, TopicDescription> topics = admin.describeTopics(names).allTopicNames().get();
    Map<TopicPartition, Long> ends = ends(admin, topics);
    Map<String, Map<TopicPartition, OffsetAndMetadata>> groups = groups(admin);
    return topics.values().stream()
        .map(topic -> topic(topic, ends, groups))
        .sorted(Comparator.comparing(Topic::topic))
        .toList();
  }

  private static Map<TopicPartition, Long> ends(Admin admin, Map<String, TopicDescription> topics)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    topics.values().stream()
        .flatMap(topic -> partitions(topic).stream())
        .forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(wanted)
        .all()
        .get()
        .forEach((partition, found) -> ends.put(partition, found.offset()));
    return ends;
  }

  private static List<TopicPartition> partitions(TopicDescription topic) {
    return IntStream.range(0, topic.partitions().size())
        .mapToObj(number -> new TopicPartition(topic.name(), number))
        .toList();
  }

  private static Map<String, Map<TopicPartition, OffsetAndMetadata>> groups(Admin admin)
      throws InterruptedException, ExecutionException {
    Map<String, ListConsumerGroupOffsetsSpec> all = new HashMap<>();
    admin.listGroups().all().get().stream()
        .map(GroupListing::groupId)
        .forEach(group -> all.put(group, new ListConsumerGroupOffsetsSpec()));
    return all.isEmpty() ? Map.of() : admin.listConsumerGroupOffsets(all).all().get();
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
}
