package dev.interact.worker.loop;

import dev.interact.contracts.DeadLetter;
import dev.interact.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * Puts records that cannot be read where they are listed and can be sent again. Whoever reads on is
 * not held up: a dead letter is sent from a thread of its own, until the broker has it.
 */
record DeadLetters(Outbox outbox, String reader, Executor threads) {
  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  /**
   * Keeps a record, byte for byte.
   *
   * @param reason quotes nothing of the record
   * @return completes when the broker has it; never exceptionally
   */
  CompletableFuture<Void> keep(ConsumerRecord<byte[], byte[]> record, String reason) {
    DeadLetter letter =
        new DeadLetter(
            record.topic(), record.partition(), record.offset(), reason, reader, Instant.now());
    LOG.warnf("record %s is a dead letter: %s", letter.place(), reason);
    return CompletableFuture.supplyAsync(() -> put(record, letter), threads)
        .thenCompose(sent -> sent)
        .exceptionally(
            failure -> {
              LOG.errorf(
                  "dead letter %s could not be kept (%s); it stays where it is",
                  letter.place(), failure.getClass());
              return null;
            });
  }

  private CompletableFuture<Void> put(ConsumerRecord<byte[], byte[]> record, DeadLetter letter) {
    ProducerRecord<byte[], byte[]> dead =
        new ProducerRecord<>(Topics.DEAD_LETTERS, record.key(), record.value());
    letter
        .headers()
        .forEach((name, text) -> dead.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return outbox.put(dead);
  }
}
