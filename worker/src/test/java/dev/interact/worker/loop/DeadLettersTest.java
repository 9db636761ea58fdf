package dev.interact.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  /** A producer that fails a few times before it does what it should. */
  private static final class Failing extends MockProducer<byte[], byte[]> {
    private final Queue<RuntimeException> failures;

    Failing(RuntimeException... failures) {
      super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
      this.failures = new ArrayDeque<>(List.of(failures));
    }

    @Override
    public synchronized Future<RecordMetadata> send(
        ProducerRecord<byte[], byte[]> record, Callback callback) {
      if (!failures.isEmpty()) {
        throw failures.remove();
      }
      return super.send(record, callback);
    }
  }

  private static void keep(Failing producer)
      throws ExecutionException, InterruptedException, TimeoutException {
    Executor threads = task -> Thread.ofVirtual().start(task);
    new DeadLetters(new Outbox(producer), "teacher-1", threads)
        .keep(new ConsumerRecord<>("requests", 0, 7, null, new byte[] {1}), "It is no request.")
        .get(1, TimeUnit.MINUTES);
    assertThat(producer.failures).isEmpty();
  }

  @Test
  void one_that_the_broker_refuses_for_now_is_tried_again() throws Exception {
    Failing producer =
        new Failing(
            new TopicAuthorizationException("planted"), new IllegalStateException("planted"));

    keep(producer);

    assertThat(producer.history()).hasSize(1);
  }

  @Test
  void one_that_is_too_large_stays_where_it_is() throws Exception {
    Failing producer = new Failing(new RecordTooLargeException());

    keep(producer);

    assertThat(producer.history()).isEmpty();
  }
}
