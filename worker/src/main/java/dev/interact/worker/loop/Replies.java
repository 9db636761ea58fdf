package dev.interact.worker.loop;

import dev.interact.contracts.Json;
import dev.interact.contracts.Topics;
import dev.interact.contracts.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Sends what a worker has to say to the orchestrator. */
final class Replies {
  private static final Logger LOG = Logger.getLogger(Replies.class);

  private final Producer<byte[], byte[]> producer;
  private final String incarnation;

  Replies(Producer<byte[], byte[]> producer, String incarnation) {
    this.producer = producer;
    this.incarnation = incarnation;
  }

  String incarnation() {
    return incarnation;
  }

  /** Completes when the broker has the reply. */
  CompletableFuture<Void> send(String key, Reply reply) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    try {
      send(key, reply, sent);
    } catch (RuntimeException e) {
      sent.completeExceptionally(e);
    }
    return sent;
  }

  private void send(String key, Reply reply, CompletableFuture<Void> sent) {
    producer.send(
        new ProducerRecord<>(
            Topics.REPLIES, key.getBytes(StandardCharsets.UTF_8), Json.write(reply)),
        (metadata, failure) -> {
          if (failure == null) {
            sent.complete(null);
          } else {
            LOG.errorf("a reply could not be sent: %s", failure);
            sent.completeExceptionally(failure);
          }
        });
  }
}
