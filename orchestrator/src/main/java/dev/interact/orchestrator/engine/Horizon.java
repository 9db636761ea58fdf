package dev.interact.orchestrator.engine;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Tells how far in time a reader has come: once a second it notes where its partitions end, and
 * when the reader is there, everything that had come until then has been read.
 */
final class Horizon {
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Consumer<?, ?> reader;
  private Map<TopicPartition, Long> ends = Map.of();
  private long noted = System.nanoTime() - PERIOD.toNanos();

  Horizon(Consumer<?, ?> reader) {
    this.reader = reader;
  }

  /**
   * The moment, of {@link System#nanoTime()}, whose records have just all been read; empty if none
   * is new. To be called when all that was polled has been dealt with.
   */
  OptionalLong passed() {
    Set<TopicPartition> partitions = reader.assignment();
    boolean passed = !ends.isEmpty() && ends.keySet().equals(partitions) && isPast();
    OptionalLong moment = passed ? OptionalLong.of(noted) : OptionalLong.empty();
    if (passed || !ends.keySet().equals(partitions)) {
      ends = Map.of();
    }
    if (ends.isEmpty() && System.nanoTime() - noted >= PERIOD.toNanos()) {
      note(partitions);
    }
    return moment;
  }

  private boolean isPast() {
    return ends.entrySet().stream()
        .allMatch(end -> reader.position(end.getKey(), PATIENCE) >= end.getValue());
  }

  private void note(Set<TopicPartition> partitions) {
    noted = System.nanoTime();
    try {
      ends = Map.copyOf(reader.endOffsets(partitions, PATIENCE));
    } catch (TimeoutException e) {
      ends = Map.of();
    }
  }
}
