package dev.interact.worker.loop;

import dev.interact.contracts.Json;
import dev.interact.contracts.Topics;
import dev.interact.contracts.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * Sends what a worker has to say to the orchestrator: all of it to one partition, so that what is
 * sent at once is one batch.
 */
record Replies(Outbox outbox, String incarnation) {
  private static final Logger LOG = Logger.getLogger(Replies.class);

  /** Completes when the broker has the reply. */
  CompletableFuture<Void> send(String key, Reply reply) {
    return written(reply).thenCompose(value -> outbox.put(record(key, value)));
  }

  /** As {@link #send(String, Reply)}, for a request that was served. */
  CompletableFuture<Void> send(String key, Reply reply, Serving serving) {
    return written(reply)
        .thenCompose(value -> outbox.put(serving.carriedBy(record(key, value))))
        .whenComplete(
            (sent, failure) -> {
              if (failure != null) {
                serving.during(() -> said(failure));
              }
            });
  }

  private static Void said(Throwable failure) {
    LOG.errorf("a reply could not be sent: %s", failure.getClass());
    return null;
  }

  private ProducerRecord<byte[], byte[]> record(String key, byte[] value) {
    int partitions = outbox.producer().partitionsFor(Topics.REPLIES).size();
    return new ProducerRecord<>(
        Topics.REPLIES,
        Math.floorMod(incarnation.hashCode(), partitions),
        key.getBytes(StandardCharsets.UTF_8),
        value);
  }

  private static CompletableFuture<byte[]> written(Reply reply) {
    try {
      return CompletableFuture.completedFuture(Json.write(reply));
    } catch (IllegalArgumentException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
