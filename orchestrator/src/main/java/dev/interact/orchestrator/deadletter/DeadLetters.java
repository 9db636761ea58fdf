package dev.interact.orchestrator.deadletter;

import dev.interact.contracts.DeadLetter;
import dev.interact.contracts.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
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
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
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

  @Inject
  DeadLetters(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this(producer(kafka));
  }

  DeadLetters(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  private static Producer<byte[], byte[]> producer(Map<String, Object> kafka) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_BYTES);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MILLIS);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @PreDestroy
  void stop() {
    producer.close(Duration.ZERO);
  }

  /**
   * Reports a record that cannot be used. One that is too large for the broker counts as buried: it
   * would never be taken.
   *
   * @param reason a sentence; it must not quote the record
   * @return whether the broker has it, so that the record's offset may be committed; if not, it is
   *     to be tried again
   */
  public boolean isBuried(ConsumerRecord<byte[], byte[]> record, String reason)
      throws InterruptedException {
    DeadLetter said =
        new DeadLetter(
            record.topic(), record.partition(), record.offset(), reason, READER, clock.instant());
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(Topics.DEAD_LETTERS, record.key(), record.value());
    said.headers()
        .forEach(
            (name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(letter).get();
      LOG.warnf("record %s is a dead letter: %s", said.place(), reason);
      return true;
    } catch (ExecutionException | KafkaException e) {
      return isHopeless(said, e);
    }
  }

  private static boolean isHopeless(DeadLetter said, Exception e) {
    boolean tooLarge =
        e instanceof RecordTooLargeException || e.getCause() instanceof RecordTooLargeException;
    if (tooLarge) {
      LOG.errorf("dead letter %s is too large for the broker; it stays where it is", said.place());
    } else {
      LOG.warnf("dead letter %s waits for the broker (%s)", said.place(), e);
    }
    return tooLarge;
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
