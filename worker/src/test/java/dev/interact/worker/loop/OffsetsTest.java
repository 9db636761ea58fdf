package dev.interact.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OffsetsTest {
  private static final TopicPartition FIRST = new TopicPartition("requests", 0);
  private static final TopicPartition SECOND = new TopicPartition("requests", 1);

  private final Broker consumer = new Broker();

  /** Answers commits that nobody waits for when it is told to. */
  private static final class Broker extends MockConsumer<byte[], byte[]> {
    private OffsetCommitCallback asked;
    private Map<TopicPartition, OffsetAndMetadata> offsets;
    private int waitedFor;
    private boolean isAway;

    Broker() {
      super("earliest");
    }

    @Override
    public synchronized void commitAsync(
        Map<TopicPartition, OffsetAndMetadata> wanted, OffsetCommitCallback callback) {
      offsets = wanted;
      asked = callback;
    }

    @Override
    public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> wanted) {
      if (isAway) {
        throw new KafkaException("planted");
      }
      waitedFor++;
      super.commitAsync(Map.copyOf(wanted), null);
    }

    void commits() {
      super.commitAsync(offsets, null);
      asked.onComplete(offsets, null);
    }

    void refuses() {
      asked.onComplete(offsets, new KafkaException("planted"));
    }
  }

  @BeforeEach
  void assign() {
    consumer.assign(List.of(FIRST, SECOND));
  }

  private static void pass(Offsets offsets, TopicPartition partition, long offset) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            partition.topic(), partition.partition(), offset, null, new byte[] {1});
    offsets.passed(new ConsumerRecords<>(Map.of(partition, List.of(record)), Map.of()));
  }

  private Map<TopicPartition, OffsetAndMetadata> committed() {
    return consumer.committed(Set.of(FIRST, SECOND));
  }

  private static OffsetAndMetadata at(long offset) {
    return new OffsetAndMetadata(offset);
  }

  @Test
  void what_was_passed_is_committed_without_waiting_for_it() {
    Offsets offsets = new Offsets(consumer, Duration.ZERO);

    pass(offsets, FIRST, 0);
    assertThat(committed()).isEmpty();
    consumer.commits();

    assertThat(committed()).containsExactly(Map.entry(FIRST, at(1)));
    assertThat(consumer.waitedFor).isZero();
    offsets.commit();
    assertThat(consumer.waitedFor).as("nothing is left to be committed").isZero();
  }

  @Test
  void what_was_refused_is_committed_with_the_next() {
    Offsets offsets = new Offsets(consumer, Duration.ZERO);

    pass(offsets, FIRST, 0);
    consumer.refuses();
    pass(offsets, SECOND, 0);
    consumer.commits();

    assertThat(committed()).containsOnly(Map.entry(FIRST, at(1)), Map.entry(SECOND, at(1)));
  }

  @Test
  void an_answer_that_comes_late_takes_nothing_back() {
    Offsets offsets = new Offsets(consumer, Duration.ZERO);

    pass(offsets, FIRST, 0);
    var first = consumer.asked;
    var firstOffsets = consumer.offsets;
    pass(offsets, FIRST, 1);
    first.onComplete(firstOffsets, null);
    offsets.commit();

    assertThat(committed()).containsExactly(Map.entry(FIRST, at(2)));
  }

  @Test
  void before_its_time_nothing_is_committed_but_what_goes_to_another() {
    Offsets offsets = new Offsets(consumer, Duration.ofDays(1));

    pass(offsets, FIRST, 0);
    assertThat(consumer.asked).isNull();
    offsets.onPartitionsRevoked(List.of(FIRST));

    assertThat(committed()).containsExactly(Map.entry(FIRST, at(1)));
  }

  @Test
  void what_could_not_be_committed_before_it_went_to_another_is_the_others() {
    Offsets offsets = new Offsets(consumer, Duration.ofDays(1));

    pass(offsets, FIRST, 0);
    pass(offsets, SECOND, 0);
    consumer.isAway = true;
    offsets.onPartitionsRevoked(List.of(FIRST));
    consumer.isAway = false;
    offsets.commit();

    assertThat(committed()).containsExactly(Map.entry(SECOND, at(1)));
  }

  @Test
  void what_is_somebody_elses_already_is_not_committed() {
    Offsets offsets = new Offsets(consumer, Duration.ofDays(1));

    pass(offsets, FIRST, 0);
    pass(offsets, SECOND, 0);
    offsets.onPartitionsLost(List.of(FIRST));
    offsets.commit();

    assertThat(committed()).containsExactly(Map.entry(SECOND, at(1)));
  }
}
