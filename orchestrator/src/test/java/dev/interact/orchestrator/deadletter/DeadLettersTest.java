package dev.interact.orchestrator.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  private static final ConsumerRecord<byte[], byte[]> RECORD =
      new ConsumerRecord<>("interact.replies", 0, 5, null, new byte[] {1});
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final DeadLetters deadLetters = new DeadLetters(producer);

  private boolean isBuried(RuntimeException failure) throws InterruptedException {
    producer.sendException = failure;
    return deadLetters.isBuried(RECORD, "It is no reply.");
  }

  @Test
  void all_but_a_record_that_is_too_large_are_tried_again() throws InterruptedException {
    assertThat(isBuried(new TimeoutException())).isFalse();
    assertThat(isBuried(new TopicAuthorizationException("planted"))).isFalse();
    assertThat(producer.history()).isEmpty();

    assertThat(isBuried(null)).isTrue();
    assertThat(producer.history()).hasSize(1);

    assertThat(isBuried(new RecordTooLargeException())).isTrue();
    assertThat(producer.history()).hasSize(1);
  }
}
