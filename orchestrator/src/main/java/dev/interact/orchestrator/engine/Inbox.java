package dev.interact.orchestrator.engine;

import dev.interact.contracts.Topics;
import dev.interact.orchestrator.OrchestratorConfig;
import dev.interact.orchestrator.deadletter.DeadLetters;
import dev.interact.orchestrator.telemetry.DialogueTraces;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Where replies arrive: only the writer is a member of the group that reads them. */
@Singleton
class Inbox {
  private static final String GROUP = "interact-orchestrator";
  private static final int MOST = 500;

  private final Engine engine;
  private final DeadLetters deadLetters;
  private final DialogueTraces traces;
  private final Map<String, Object> settings;

  Inbox(
      Engine engine,
      DeadLetters deadLetters,
      DialogueTraces traces,
      OrchestratorConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.engine = engine;
    this.deadLetters = deadLetters;
    this.traces = traces;
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
    // Also how long a successor waits for one that no longer polls but has signs of life sent.
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) Pulse.LONGEST.toMillis());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) writer.lease().toMillis());
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }

  /** Begins to read; to be closed with the term. */
  Reading open() {
    return new Reading(this::consumer, engine, deadLetters::isBuried, traces);
  }

  private Consumer<byte[], byte[]> consumer() {
    Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(Topics.REPLIES));
    return consumer;
  }
}
