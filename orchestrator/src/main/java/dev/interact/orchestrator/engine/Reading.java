package dev.interact.orchestrator.engine;

import dev.interact.contracts.Json;
import dev.interact.contracts.Topics;
import dev.interact.contracts.UnreadableMessage;
import dev.interact.contracts.reply.Reply;
import dev.interact.orchestrator.telemetry.DialogueTraces;
import dev.interact.orchestrator.telemetry.Taking;
import dev.interact.orchestrator.writer.Deposed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads replies during one term, on a thread of its own; offsets are committed about once a second,
 * of what has been applied, however long that takes: what is read again is known. A reply that
 * cannot be read, or that a living database refuses again and again, holds up no other. Nothing is
 * committed or set aside once it is closed: the next term reads it again.
 */
final class Reading implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Reading.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int REFUSALS = 3;
  private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int MANY = 32;
  private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** Where replies go. */
  interface Taker {
    /**
     * Applies replies; they come again unless that was done.
     *
     * @param ofAll whether all replies come here: see {@link Reading#isOfAll}
     */
    Engine.Result take(List<Reply> replies, boolean ofAll);

    /**
     * All replies that the topic held at a moment have been applied or set aside.
     *
     * @param moment of {@link System#nanoTime()}
     */
    void caughtUp(long moment);
  }

  /** Puts records where dead letters are kept. */
  interface Burial {
    /**
     * Tries to.
     *
     * @return false if the broker does not take it now
     */
    boolean isBuried(ConsumerRecord<byte[], byte[]> record, String reason)
        throws InterruptedException;
  }

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Taker taker;
  private final Burial burial;
  private final DialogueTraces traces;
  private final Pulse pulse = new Pulse();
  private final Thread thread = Thread.ofPlatform().name("replies").unstarted(this::run);
  private volatile Consumer<byte[], byte[]> consumer;
  private volatile boolean ofAll;
  private volatile boolean closing;
  private Long commitBy;

  /**
   * Begins to read.
   *
   * @param consumers make one that is subscribed
   */
  Reading(
      Supplier<Consumer<byte[], byte[]>> consumers,
      Taker taker,
      Burial burial,
      DialogueTraces traces) {
    this.consumers = consumers;
    this.taker = taker;
    this.burial = burial;
    this.traces = traces;
    thread.start();
  }

  /** Whether replies are read still, or waited for. */
  boolean isGettingOn() {
    return thread.isAlive() && pulse.isFelt();
  }

  /**
   * Whether all replies come here. While another process has some of them still, whose time as the
   * writer is over, nobody knows which calls wait for an answer.
   */
  boolean isOfAll() {
    return ofAll;
  }

  @Override
  public void close() throws InterruptedException {
    closing = true;
    if (consumer != null) {
      consumer.wakeup();
    }
    thread.join();
  }

  private void run() {
    try {
      while (!closing) {
        read();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Deposed e) {
      LOG.debug("another process reads the replies");
    } catch (Throwable e) {
      LOG.errorf("replies are read no more in this term: %s", Pulse.place(e));
    }
  }

  /** Reads with one consumer; with the next, what it has not committed is read again. */
  private void read() throws InterruptedException {
    try (Consumer<byte[], byte[]> replies = consumers.get()) {
      consumer = replies;
      int partitions = replies.partitionsFor(Topics.REPLIES).size();
      Horizon horizon = new Horizon(replies);
      while (!closing) {
        pulse.beat();
        ConsumerRecords<byte[], byte[]> records = replies.poll(PATIENCE);
        ofAll = replies.assignment().size() == partitions;
        long begun = System.nanoTime();
        take(records);
        rest(records.count(), System.nanoTime() - begun);
        if (ofAll && !closing) {
          horizon.passed().ifPresent(taker::caughtUp);
        }
      }
    } catch (WakeupException e) {
      LOG.debug("woken up to close");
    } catch (KafkaException e) {
      LOG.warnf("replies could not be read (%s); trying again", e);
      Thread.sleep(PATIENCE);
    }
  }

  /**
   * Waits as long as a few replies took, so that the next are many at once where many come. One
   * alone is of a model that is called seldom: the next must not wait.
   */
  private static void rest(int replies, long nanos) {
    if (replies > 1 && replies < MANY) {
      LockSupport.parkNanos(Math.min(nanos, LONGEST_REST_NANOS));
    }
  }

  private record Letter(ConsumerRecord<byte[], byte[]> record, Reply reply) {}

  private void take(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
    List<Letter> letters = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        letters.add(new Letter(record, Json.read(record.value(), Reply.class)));
      } catch (UnreadableMessage e) {
        bury(record, e.getMessage());
      }
    }
    try (Taking taking = traces.taking()) {
      letters.forEach(letter -> taking.add(letter.record(), letter.reply()));
      store(letters);
    }
    if (commitBy == null && !records.isEmpty()) {
      commitBy = System.nanoTime() + COMMIT_NANOS;
    }
    if (commitBy != null && System.nanoTime() - commitBy >= 0 && !closing) {
      commitBy = null;
      consumer.commitAsync((offsets, failure) -> committed(failure));
    }
  }

  /** What is not committed is read again, after a crash; it is committed with the next. */
  private void committed(Exception failure) {
    if (failure != null) {
      LOG.warnf("the offsets of replies were not committed (%s); trying again", failure);
      commitBy = System.nanoTime() + COMMIT_NANOS;
    }
  }

  private void store(List<Letter> letters) throws InterruptedException {
    if (isRefused(letters)) {
      for (Letter letter : letters) {
        if (isRefused(List.of(letter))) {
          bury(letter.record(), "The database refuses to store it.");
        }
      }
    }
  }

  /** Whether a living database refuses the replies; otherwise they are stored, or this closes. */
  private boolean isRefused(List<Letter> letters) {
    List<Reply> replies = letters.stream().map(Letter::reply).toList();
    int refusals = 0;
    while (!closing && !replies.isEmpty() && refusals < REFUSALS) {
      Engine.Result result = taker.take(replies, ofAll);
      if (result == Engine.Result.DONE) {
        return false;
      }
      refusals += result == Engine.Result.FAILED ? 1 : 0;
      stay();
    }
    return refusals == REFUSALS;
  }

  private void bury(ConsumerRecord<byte[], byte[]> record, String reason)
      throws InterruptedException {
    while (!closing && !burial.isBuried(record, reason)) {
      stay();
    }
    commitBy = System.nanoTime();
  }

  /** Waits a little as a member of the group, taking nothing. */
  private void stay() {
    pulse.beat();
    consumer.pause(consumer.assignment());
    ConsumerRecords<byte[], byte[]> early = consumer.poll(PATIENCE);
    for (TopicPartition partition : early.partitions()) {
      // Of a partition that was given to it only now.
      consumer.seek(partition, early.records(partition).getFirst().offset());
    }
    consumer.resume(consumer.assignment());
  }
}
