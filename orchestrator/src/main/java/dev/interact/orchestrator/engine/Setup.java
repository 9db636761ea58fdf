package dev.interact.orchestrator.engine;

import dev.interact.contracts.Role;
import dev.interact.contracts.Topics;
import dev.interact.orchestrator.OrchestratorConfig;
import dev.interact.orchestrator.deadletter.DeadLetters;
import dev.interact.orchestrator.presence.Pools;
import dev.interact.orchestrator.study.Lifecycle;
import dev.interact.registry.ModelRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** What must be there before anything else starts: the topics, and the studies' states. */
@Singleton
class Setup {
  private static final int BEFORE_MESSAGING = 1;
  private static final String WEEK = "604800000";
  private static final String DAY = "86400000";
  private static final String HOUR = "3600000";

  private final OrchestratorConfig config;
  private final ModelRegistry registry;
  private final Lifecycle lifecycle;
  private final Map<String, Object> kafka;

  Setup(
      OrchestratorConfig config,
      Lifecycle lifecycle,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.config = config;
    this.registry = ModelRegistry.read(config.models(), System::getenv);
    this.lifecycle = lifecycle;
    this.kafka = kafka;
  }

  @Produces
  @Singleton
  ModelRegistry registry() {
    return registry;
  }

  void start(@Observes @Priority(BEFORE_MESSAGING) StartupEvent event) throws InterruptedException {
    createTopics();
    if (!config.resumeOnStart()) {
      QuarkusTransaction.requiringNew().run(lifecycle::pauseAll);
    }
  }

  private void createTopics() throws InterruptedException {
    OrchestratorConfig.Topics topics = config.topics();
    List<NewTopic> wanted = new ArrayList<>();
    for (Role role : Role.values()) {
      for (String pool : new Pools(registry).all()) {
        wanted.add(topic(Topics.requests(role, pool), topics.requestPartitions(), DAY));
      }
    }
    wanted.add(topic(Topics.REPLIES, topics.replyPartitions(), DAY));
    wanted.add(topic(Topics.PRESENCE, 1, HOUR));
    wanted.add(topic(Topics.DEAD_LETTERS, 1, WEEK));
    wanted.add(topic(Topics.EVENTS, 1, String.valueOf(topics.eventRetention().toMillis())));
    try (Admin admin = Admin.create(kafka)) {
      for (var creation : admin.createTopics(wanted).values().entrySet()) {
        await(creation.getKey(), creation.getValue());
      }
    }
  }

  private static void await(String topic, KafkaFuture<Void> creation) throws InterruptedException {
    try {
      creation.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(
            "Topic %s could not be created: %s".formatted(topic, e.getCause()), e);
      }
    }
  }

  private NewTopic topic(String name, int partitions, String retentionMillis) {
    return new NewTopic(name, partitions, config.topics().replication())
        .configs(
            Map.of(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                String.valueOf(largest(name)),
                TopicConfig.RETENTION_MS_CONFIG,
                retentionMillis));
  }

  private static int largest(String topic) {
    return topic.equals(Topics.DEAD_LETTERS)
        ? DeadLetters.MAX_BYTES
        : Topics.MAX_MESSAGE_BYTES + 64 * 1024;
  }
}
