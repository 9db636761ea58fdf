package dev.interact.worker.loop;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Where a loop has come to in its partitions. Committed every so often as it polls, and when a
 * partition goes to another, who goes on there: requests that are read again are addressed to one
 * that is gone, or were seen. For the thread that polls.
 */
final class Offsets implements ConsumerRebalanceListener {
  private static final Logger LOG = Logger.getLogger(Offsets.class);

  private final Consumer<byte[], byte[]> consumer;
  private final Duration every;
  private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
  private long committed = System.nanoTime();

  Offsets(Consumer<byte[], byte[]> consumer, Duration every) {
    this.consumer = consumer;
    this.every = every;
  }

  /** Some records are done with. */
  void passed(ConsumerRecords<byte[], byte[]> records) {
    records.forEach(
        record ->
            uncommitted.put(
                new TopicPartition(record.topic(), record.partition()),
                new OffsetAndMetadata(record.offset() + 1)));
    if (System.nanoTime() - committed >= every.toNanos()) {
      commitSoon();
    }
  }

  /** Commits without waiting for it; what fails is committed the next time. */
  private void commitSoon() {
    committed = System.nanoTime();
    if (!uncommitted.isEmpty()) {
      consumer.commitAsync(
          Map.copyOf(uncommitted),
          (offsets, failure) -> {
            if (failure == null) {
              uncommitted.entrySet().removeAll(offsets.entrySet());
            } else {
              warn(failure);
            }
          });
    }
  }

  /** Commits, and waits for it. */
  void commit() {
    if (uncommitted.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(uncommitted);
      uncommitted.clear();
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      warn(e);
    }
  }

  private static void warn(Exception failure) {
    LOG.warnf("the offsets of requests were not committed (%s); trying again", failure);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    commit();
    uncommitted.keySet().removeAll(revoked);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {}

  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    uncommitted.keySet().removeAll(lost);
  }
}
