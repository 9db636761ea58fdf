package dev.interact.worker.loop;

import dev.interact.contracts.Json;
import dev.interact.contracts.Topics;
import dev.interact.contracts.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Sends what a worker has to say to the orchestrator. */
record Replies(Outbox outbox, String incarnation) {
  private static final Logger LOG = Logger.getLogger(Replies.class);

  /** Completes when the broker has the reply. */
  CompletableFuture<Void> send(String key, Reply reply) {
    return written(reply)
        .thenCompose(
            value ->
                outbox.put(
                    new ProducerRecord<>(
                        Topics.REPLIES, key.getBytes(StandardCharsets.UTF_8), value)))
        .whenComplete(
            (sent, failure) -> {
              if (failure != null) {
                LOG.errorf("a reply could not be sent: %s", failure.getClass());
              }
            });
  }

  private static CompletableFuture<byte[]> written(Reply reply) {
    try {
      return CompletableFuture.completedFuture(Json.write(reply));
    } catch (IllegalArgumentException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
