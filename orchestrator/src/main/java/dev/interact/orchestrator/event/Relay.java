package dev.interact.orchestrator.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How stored facts come to be published: the writer alone does so. */
@Singleton
public class Relay {
  private static final int BATCH_BYTES = 256 * 1024;

  private final Outbox outbox;
  private final Map<String, Object> settings;

  Relay(Outbox outbox, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.outbox = outbox;
    this.settings = settings(kafka);
  }

  private static Map<String, Object> settings(Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // However long the broker is away: an event that was given up could come after a later one.
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    return settings;
  }

  /** Begins to publish; to be closed with the term. */
  public Publishing open() {
    return new Publishing(outbox, this::producer);
  }

  /** How many rows of facts, one a transaction, are stored and not published yet. */
  public long waiting() {
    return outbox.count();
  }

  private Producer<byte[], byte[]> producer() {
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
