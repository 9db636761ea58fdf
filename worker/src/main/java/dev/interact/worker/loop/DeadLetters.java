package dev.interact.worker.loop;

import dev.interact.contracts.DeadLetter;
import dev.interact.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/**
 * Puts records that cannot be read where they are listed and can be sent again. Whoever reads on is
 * not held up: a dead letter is sent from a thread of its own, until the broker has it.
 */
record DeadLetters(Outbox outbox, String reader, Executor threads) {
  private static final Logger LOG = Logger.getLogger(DeadLetters.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /**
   * Keeps a record, byte for byte.
   *
   * @param reason quotes nothing of the record
   * @return completes when the broker has it, will never take it as it is too large, or this
   *     process stops; never exceptionally
   */
  CompletableFuture<Void> keep(ConsumerRecord<byte[], byte[]> record, String reason) {
    DeadLetter letter =
        new DeadLetter(
            record.topic(), record.partition(), record.offset(), reason, reader, Instant.now());
    LOG.warnf("record %s is a dead letter: %s", letter.place(), reason);
    return CompletableFuture.runAsync(() -> put(dead(record, letter), letter.place()), threads);
  }

  private static ProducerRecord<byte[], byte[]> dead(
      ConsumerRecord<byte[], byte[]> record, DeadLetter letter) {
    ProducerRecord<byte[], byte[]> dead =
        new ProducerRecord<>(Topics.DEAD_LETTERS, record.key(), record.value());
    letter
        .headers()
        .forEach((name, text) -> dead.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return dead;
  }

  private void put(ProducerRecord<byte[], byte[]> dead, String place) {
    try {
      while (!isSettled(dead, place)) {
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isSettled(ProducerRecord<byte[], byte[]> dead, String place)
      throws InterruptedException {
    try {
      outbox.put(dead).get();
      return true;
    } catch (ExecutionException e) {
      boolean tooLarge = e.getCause() instanceof RecordTooLargeException;
      LOG.errorf(
          "dead letter %s could not be kept (%s); %s",
          place, e.getCause().getClass(), tooLarge ? "it stays where it is" : "it is tried again");
      return tooLarge;
    }
  }
}
