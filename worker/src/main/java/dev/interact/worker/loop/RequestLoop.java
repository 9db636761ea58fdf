package dev.interact.worker.loop;

import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import dev.interact.contracts.reply.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Takes no more requests than there are free slots, commits their offsets, then serves them. A
 * request is never held back in Kafka by a call: what is lost with a worker is found by the
 * orchestrator, and a request whose offset could not be committed is not served.
 */
final class RequestLoop<R> implements Runnable {
  private static final Logger LOG = Logger.getLogger(RequestLoop.class);
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final Service<R> service;
  private final Attempts attempts;
  private final Replies replies;
  private final Executor calls;
  private final String incarnation;
  private volatile boolean stopping;
  private volatile List<Integer> partitions = List.of();

  RequestLoop(
      Consumer<byte[], byte[]> consumer,
      Service<R> service,
      Attempts attempts,
      Replies replies,
      Executor calls) {
    this.consumer = consumer;
    this.service = service;
    this.attempts = attempts;
    this.replies = replies;
    this.calls = calls;
    this.incarnation = replies.incarnation();
  }

  List<Integer> partitions() {
    return partitions;
  }

  void stop() {
    stopping = true;
    consumer.wakeup();
  }

  @Override
  public void run() {
    try (consumer) {
      while (!stopping) {
        round();
      }
    } catch (WakeupException e) {
      LOG.debug("woken up to stop");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      partitions = List.of();
    }
  }

  private void round() throws InterruptedException {
    try {
      if (attempts.awaitFreeSlot()) {
        start(committed(take(attempts.freeSlots())));
      } else {
        keepMembership();
      }
      partitions = consumer.assignment().stream().map(TopicPartition::partition).toList();
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.warnf("requests could not be read (%s); trying again", e);
      Thread.sleep(IDLE);
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> take(int limit) {
    List<ConsumerRecord<byte[], byte[]>> taken = new ArrayList<>();
    Duration patience = IDLE;
    while (taken.size() < limit) {
      var polled = consumer.poll(patience);
      if (polled.isEmpty()) {
        break;
      }
      polled.forEach(taken::add);
      patience = Duration.ZERO;
    }
    return taken;
  }

  private List<ConsumerRecord<byte[], byte[]>> committed(
      List<ConsumerRecord<byte[], byte[]>> taken) {
    if (taken.isEmpty()) {
      return taken;
    }
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (var record : taken) {
      offsets.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
    }
    try {
      consumer.commitSync(offsets);
      return taken;
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.warnf("%d requests handed back: their offsets were not committed (%s)", taken.size(), e);
      taken.forEach(record -> read(record).ifPresent(this::handBack));
      return List.of();
    }
  }

  private void start(List<ConsumerRecord<byte[], byte[]>> records) {
    records.forEach(record -> read(record).ifPresent(this::start));
  }

  private Optional<R> read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(Json.read(record.value(), service.requestType()));
    } catch (UnreadableMessage e) {
      LOG.errorf(
          "record %s-%d@%d skipped: %s",
          record.topic(), record.partition(), record.offset(), e.getMessage());
      return Optional.empty();
    }
  }

  private void start(R request) {
    String attempt = service.attempt(request);
    if (!incarnation.equals(service.addressee(request))) {
      handBack(request);
    } else if (attempts.isNew(attempt)) {
      attempts.hold(attempt);
      calls.execute(() -> serve(request, attempt));
    }
  }

  private void handBack(R request) {
    replies.send(
        service.replyKey(request), new Reply.HandedBack(incarnation, service.attempt(request)));
  }

  private void serve(R request, String attempt) {
    String key = service.replyKey(request);
    replies
        .send(key, reply(request))
        .exceptionallyCompose(
            failure ->
                replies.send(
                    key, service.failed(request, incarnation, "The reply could not be sent.")))
        .whenComplete((sent, failure) -> attempts.release(attempt));
  }

  /** Whatever happens, the orchestrator hears of it. */
  private Reply reply(R request) {
    try {
      return service.serve(request, incarnation);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.errorf("attempt %s failed in the worker: %s", service.attempt(request), e.getClass());
      return service.failed(
          request,
          incarnation,
          "The worker failed at the request (%s).".formatted(e.getClass().getSimpleName()));
    }
  }

  private void keepMembership() {
    consumer.pause(consumer.assignment());
    consumer.poll(Duration.ZERO);
    consumer.resume(consumer.assignment());
  }
}
