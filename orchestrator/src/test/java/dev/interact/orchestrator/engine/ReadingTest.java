package dev.interact.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interact.contracts.Json;
import dev.interact.contracts.Topics;
import dev.interact.contracts.reply.Reply;
import dev.interact.orchestrator.engine.Engine.Result;
import dev.interact.orchestrator.telemetry.DialogueTraces;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private static final Duration CEILING = Duration.ofMinutes(1);
  private static final TopicPartition FIRST = new TopicPartition(Topics.REPLIES, 0);
  private static final TopicPartition SECOND = new TopicPartition(Topics.REPLIES, 1);

  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<Long> buried = new CopyOnWriteArrayList<>();
  private final List<TopicPartition> polled = new CopyOnWriteArrayList<>();
  private final List<TopicPartition> sought = new CopyOnWriteArrayList<>();
  private final List<Long> caughtUp = new CopyOnWriteArrayList<>();
  private final List<Map<TopicPartition, OffsetAndMetadata>> committed =
      new CopyOnWriteArrayList<>();

  private MockConsumer<byte[], byte[]> consumer(String... replies) {
    MockConsumer<byte[], byte[]> consumer =
        new MockConsumer<>("earliest") {
          @Override
          public synchronized void commitAsync(OffsetCommitCallback callback) {
            super.commitAsync(callback);
            var offsets = committed(assignment());
            if (!offsets.isEmpty()) {
              committed.add(Map.copyOf(offsets));
            }
          }

          @Override
          public synchronized ConsumerRecords<byte[], byte[]> poll(Duration patience) {
            ConsumerRecords<byte[], byte[]> records = super.poll(patience);
            polled.addAll(records.partitions());
            return records;
          }

          /** Once polled, a record is gone here, and must be added again. */
          @Override
          public synchronized void seek(TopicPartition partition, long offset) {
            super.seek(partition, offset);
            if (polled.contains(partition)) {
              sought.add(partition);
              schedulePollTask(() -> addRecord(record(partition, offset, "early")));
            }
          }
        };
    consumer.subscribe(List.of(Topics.REPLIES));
    consumer.updatePartitions(Topics.REPLIES, List.of(partition(FIRST), partition(SECOND)));
    consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    consumer.updateEndOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    consumer.schedulePollTask(
        () -> {
          consumer.rebalance(List.of(FIRST));
          for (int i = 0; i < replies.length; i++) {
            consumer.addRecord(record(FIRST, i, replies[i]));
          }
        });
    return consumer;
  }

  private static PartitionInfo partition(TopicPartition partition) {
    return new PartitionInfo(partition.topic(), partition.partition(), null, null, null);
  }

  private static ConsumerRecord<byte[], byte[]> record(
      TopicPartition partition, long offset, String batch) {
    return new ConsumerRecord<>(
        partition.topic(),
        partition.partition(),
        offset,
        null,
        Json.write(new Reply.Graded("quiz-1", batch, List.of())));
  }

  private static List<String> batches(List<Reply> replies) {
    return replies.stream().map(reply -> ((Reply.Graded) reply).batch()).toList();
  }

  private Result take(List<Reply> replies) {
    taken.addAll(batches(replies));
    return Result.DONE;
  }

  private Reading reading(
      MockConsumer<byte[], byte[]> consumer, Function<List<Reply>, Result> taker) {
    return new Reading(
        () -> consumer,
        taker(taker),
        (record, reason) -> buried.add(record.offset()),
        DialogueTraces.off());
  }

  private Reading.Taker taker(Function<List<Reply>, Result> taker) {
    return new Reading.Taker() {
      @Override
      public Result take(List<Reply> replies, boolean ofAll) {
        return taker.apply(replies);
      }

      @Override
      public void caughtUp(long moment) {
        caughtUp.add(moment);
      }
    };
  }

  private void awaitCommitted(TopicPartition partition, long offset) {
    await()
        .atMost(CEILING)
        .until(
            () ->
                committed.stream()
                    .anyMatch(
                        offsets ->
                            offsets.containsKey(partition)
                                && offsets.get(partition).offset() == offset));
  }

  @Test
  void a_reply_that_is_refused_is_set_aside_alone() throws InterruptedException {
    Function<List<Reply>, Result> taker =
        replies -> batches(replies).contains("bad") ? Result.FAILED : take(replies);

    try (Reading reading = reading(consumer("a", "bad", "b"), taker)) {
      awaitCommitted(FIRST, 3);
      assertThat(reading.isOfAll()).isFalse();
      assertThat(reading.isGettingOn()).isTrue();
    }

    assertThat(buried).containsExactly(1L);
    assertThat(taken).containsExactly("a", "b");
  }

  @Test
  void replies_wait_for_the_database_and_none_that_comes_early_is_lost()
      throws InterruptedException {
    MockConsumer<byte[], byte[]> consumer = consumer("a");
    CountDownLatch tries = new CountDownLatch(10);
    Function<List<Reply>, Result> taker =
        replies -> {
          tries.countDown();
          if (tries.getCount() == 9) {
            consumer.schedulePollTask(
                () -> {
                  consumer.rebalance(List.of(FIRST, SECOND));
                  consumer.addRecord(record(SECOND, 0, "early"));
                });
          }
          return tries.getCount() > 0 ? Result.DATABASE_AWAY : take(replies);
        };

    try (Reading reading = reading(consumer, taker)) {
      awaitCommitted(FIRST, 1);
      awaitCommitted(SECOND, 1);
      await().atMost(CEILING).until(reading::isOfAll);
      assertThat(reading.isGettingOn()).isTrue();
    }

    assertThat(sought).containsExactly(SECOND);
    assertThat(taken).containsExactly("a", "early");
    assertThat(buried).isEmpty();
  }

  @Test
  void what_is_not_stored_when_the_term_ends_is_neither_set_aside_nor_committed()
      throws InterruptedException {
    CountDownLatch refused = new CountDownLatch(6);
    Reading[] closed = new Reading[1];
    Thread closer =
        Thread.ofPlatform()
            .unstarted(
                () -> {
                  try {
                    closed[0].close();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    Function<List<Reply>, Result> taker =
        replies -> {
          refused.countDown();
          if (refused.getCount() == 0) {
            await().atMost(CEILING).until(() -> closer.getState() == Thread.State.WAITING);
          }
          return Result.FAILED;
        };
    closed[0] = reading(consumer("a", "b"), taker);
    await().atMost(CEILING).until(() -> refused.getCount() == 0);

    closer.start();
    closer.join();

    assertThat(closed[0].isGettingOn()).isFalse();
    assertThat(buried).isEmpty();
    assertThat(committed).isEmpty();
  }

  @Test
  void an_error_ends_it_visibly() throws InterruptedException {
    MockConsumer<byte[], byte[]> consumer = consumer("a");
    Function<List<Reply>, Result> taker =
        replies -> {
          throw new NoClassDefFoundError("planted");
        };

    try (Reading reading = reading(consumer, taker)) {
      await().atMost(CEILING).until(() -> !reading.isGettingOn());
    }

    assertThat(consumer.closed()).isTrue();
    assertThat(committed).isEmpty();
  }

  @Test
  void after_a_failure_of_the_broker_another_consumer_reads_what_was_not_committed()
      throws InterruptedException {
    MockConsumer<byte[], byte[]> broken = consumer("a");
    var consumers = Arrays.asList(broken, consumer("a")).iterator();
    Function<List<Reply>, Result> taker =
        replies -> {
          if (!broken.closed()) {
            broken.setPollException(new KafkaException("planted"));
            return Result.DATABASE_AWAY;
          }
          return take(replies);
        };

    try (Reading reading =
        new Reading(
            consumers::next, taker(taker), (record, reason) -> true, DialogueTraces.off())) {
      awaitCommitted(FIRST, 1);
      assertThat(reading.isGettingOn()).isTrue();
    }

    assertThat(broken.closed()).isTrue();
    assertThat(taken).containsExactly("a");
  }

  @Test
  void it_has_caught_up_when_all_that_had_come_is_stored() throws InterruptedException {
    MockConsumer<byte[], byte[]> consumer = consumer("a");
    consumer.schedulePollTask(() -> consumer.rebalance(List.of(FIRST, SECOND)));
    consumer.updateEndOffsets(Map.of(FIRST, 1L, SECOND, 1L));
    long before = System.nanoTime();

    try (Reading reading = reading(consumer, this::take)) {
      await().atMost(CEILING).until(reading::isOfAll);
      awaitCommitted(FIRST, 1);
      assertThat(caughtUp).isEmpty();
      long coming = System.nanoTime();
      consumer.schedulePollTask(() -> consumer.addRecord(record(SECOND, 0, "b")));
      await().atMost(CEILING).until(() -> !caughtUp.isEmpty());
      assertThat(taken).containsExactly("a", "b");
      assertThat(caughtUp.getFirst() - before).isPositive();
      assertThat(coming - caughtUp.getFirst()).isPositive();
      await().atMost(CEILING).until(() -> caughtUp.getLast() - coming > 0);
    }
  }

  @Test
  void it_has_not_caught_up_while_the_database_is_away() throws InterruptedException {
    MockConsumer<byte[], byte[]> consumer = consumer("a");
    consumer.schedulePollTask(() -> consumer.rebalance(List.of(FIRST, SECOND)));
    consumer.schedulePollTask(() -> consumer.addRecord(record(SECOND, 0, "b")));
    AtomicBoolean back = new AtomicBoolean();
    CountDownLatch tries = new CountDownLatch(100);
    Function<List<Reply>, Result> taker =
        replies -> {
          tries.countDown();
          return batches(replies).contains("a") || back.get()
              ? take(replies)
              : Result.DATABASE_AWAY;
        };
    consumer.updateEndOffsets(Map.of(FIRST, 1L, SECOND, 1L));

    try (Reading reading = reading(consumer, taker)) {
      await().atMost(CEILING).until(() -> tries.getCount() == 0);
      assertThat(caughtUp).isEmpty();
      back.set(true);
      await().atMost(CEILING).until(() -> !caughtUp.isEmpty());
      assertThat(taken).containsExactly("a", "b");
    }
  }
}
