package dev.interact.orchestrator.deadletter;

import dev.interact.contracts.DeadLetter;
import dev.interact.contracts.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;

/**
 * Records that their reader cannot use: they go to the dead-letter topic byte for byte, and from
 * there, if somebody says so, to their own topic again. Kafka's own producer sends them, for it
 * keeps what messaging channels do not take: records without a value.
 */
@Singleton
public class DeadLetters {
  /** The largest dead letter in bytes: the largest message with its headers, and some room. */
  public static final int MAX_BYTES = Topics.MAX_MESSAGE_BYTES + 128 * 1024;

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);
  private static final String READER = "orchestrator";
  private static final int TIMEOUT_MILLIS = 30_000;

  private final Producer<byte[], byte[]> producer;
  private final Clock clock = Clock.systemUTC();
  private volatile boolean stopping;

  DeadLetters(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_BYTES);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MILLIS);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @PreDestroy
  void stop() {
    stopping = true;
    producer.close(Duration.ZERO);
  }

  /**
   * Reports a record that cannot be used; returns when the broker has it, however long it is away,
   * so that the record's offset may be committed then.
   *
   * @param reason a sentence; it must not quote the record
   * @throws IllegalStateException if the process stops before
   */
  public void bury(ConsumerRecord<byte[], byte[]> record, String reason)
      throws InterruptedException {
    DeadLetter said =
        new DeadLetter(
            record.topic(), record.partition(), record.offset(), reason, READER, clock.instant());
    LOG.warnf("record %s is a dead letter: %s", said.place(), reason);
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(Topics.DEAD_LETTERS, record.key(), record.value());
    said.headers()
        .forEach(
            (name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    while (!isSettled(letter)) {
      if (stopping) {
        throw new IllegalStateException("stopping; the record will be read again");
      }
      LOG.warnf("dead letter %s waits for the broker", said.place());
    }
  }

  /** One that the broker will never take is as settled as one that it has. */
  private boolean isSettled(ProducerRecord<byte[], byte[]> letter) throws InterruptedException {
    try {
      producer.send(letter).get();
      return true;
    } catch (ExecutionException e) {
      if (stopping || e.getCause() instanceof RetriableException) {
        return false;
      }
      LOG.errorf(e.getCause(), "a dead letter was lost");
      return true;
    }
  }

  /**
   * Sends a record to where it stood.
   *
   * @throws IllegalStateException if the broker does not take it; the message says why
   */
  void resend(DeadLetterRow letter) throws InterruptedException {
    try {
      producer
          .send(new ProducerRecord<>(letter.topic, letter.part, letter.key, letter.value))
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Dead letter %s could not be sent again: %s"
              .formatted(letter.id, e.getCause().getMessage()),
          e);
    }
  }
}
