package dev.interact.orchestrator.engine;

import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import dev.interact.contracts.reply.Reply;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Reads replies from Kafka; a batch's offsets are committed after it has been applied. */
@ApplicationScoped
public class Inbox {
  private static final Logger LOG = Logger.getLogger(Inbox.class);

  private final Engine engine;

  Inbox(Engine engine) {
    this.engine = engine;
  }

  @Incoming("replies")
  @Blocking
  void take(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
    List<Reply> replies = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        replies.add(Json.read(record.value(), Reply.class));
      } catch (UnreadableMessage e) {
        LOG.errorf(
            "record %s-%d@%d skipped: %s",
            record.topic(), record.partition(), record.offset(), e.getMessage());
      }
    }
    engine.take(replies);
  }
}
