package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.Topics;
import dev.interact.contracts.presence.Heartbeat;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Puts requests into a partition that their worker reads. */
@ApplicationScoped
public class Post {
  private final Emitter<byte[]> requests;

  Post(
      @Channel("requests") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          Emitter<byte[]> requests) {
    this.requests = requests;
  }

  /**
   * Sends a request.
   *
   * @param key the record's key: the dialogue or batch that the request belongs to
   */
  public void send(Heartbeat.OfWorker to, String key, byte[] request, Headers headers) {
    List<Integer> partitions = to.partitions();
    int partition = partitions.get(ThreadLocalRandom.current().nextInt(partitions.size()));
    requests.send(
        Message.of(
            request,
            Metadata.of(
                OutgoingKafkaRecordMetadata.<byte[]>builder()
                    .withTopic(Topics.requests(to.role(), to.pool()))
                    .withPartition(partition)
                    .withKey(key.getBytes(StandardCharsets.UTF_8))
                    .withHeaders(headers)
                    .build())));
  }
}
