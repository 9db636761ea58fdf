package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.Topics;
import dev.interact.contracts.presence.Heartbeat;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;

/**
 * Puts requests into a partition that their worker reads. It waits for nothing: what the broker
 * does not take is found by its absence.
 */
@Singleton
public class Post {
  private static final Logger LOG = Logger.getLogger(Post.class);
  private static final int RECORD_OVERHEAD_BYTES = 64 * 1024;

  /** What is sent to a worker within this time goes to one partition, as one batch. */
  private static final long SAME_PARTITION_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Producer<byte[], byte[]> requests;

  /** The producer itself waits where the broker cannot be reached. */
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("requests-out").factory());

  Post(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    requests =
        new KafkaProducer<>(settings(kafka), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Map<String, Object> settings(Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // While a batch is under way the next one gathers: large where there is much to send, at once
    // else.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.put(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_MESSAGE_BYTES + RECORD_OVERHEAD_BYTES);
    return settings;
  }

  /**
   * Sends a request.
   *
   * @param key the record's key: the dialogue or batch that the request belongs to
   */
  public void send(Heartbeat.OfWorker to, String key, byte[] request, Headers headers) {
    List<Integer> partitions = to.partitions();
    long now = System.nanoTime() / SAME_PARTITION_NANOS;
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.requests(to.role(), to.pool()),
            partitions.get((int) Math.floorMod(now, (long) partitions.size())),
            key.getBytes(StandardCharsets.UTF_8),
            request,
            headers);
    thread.execute(() -> send(record));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    try {
      requests.send(
          record,
          (metadata, failure) -> {
            if (failure != null) {
              tell(failure);
            }
          });
    } catch (RuntimeException e) {
      tell(e);
    }
  }

  private static void tell(Exception failure) {
    LOG.warnf("a request was not sent, and will be sent again: %s", failure.getClass().getName());
  }

  @PreDestroy
  void close() {
    thread.shutdownNow();
    requests.close(Duration.ZERO);
  }
}
