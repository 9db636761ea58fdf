package dev.interact.worker.loop;

import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import dev.interact.contracts.reply.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        if (attempts.awaitFreeSlot()) {
          start(committed(take(attempts.freeSlots())));
        } else {
          keepMembership();
        }
        partitions = consumer.assignment().stream().map(TopicPartition::partition).toList();
      }
    } catch (WakeupException e) {
      LOG.debug("woken up to stop");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      partitions = List.of();
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
      LOG.warnf(
          "%d requests left alone: their offsets could not be committed (%s)", taken.size(), e);
      return List.of();
    }
  }

  private void start(List<ConsumerRecord<byte[], byte[]>> records) {
    for (var record : records) {
      try {
        start(Json.read(record.value(), service.requestType()));
      } catch (UnreadableMessage e) {
        LOG.errorf(
            "record %s-%d@%d skipped: %s",
            record.topic(), record.partition(), record.offset(), e.getMessage());
      }
    }
  }

  private void start(R request) {
    String attempt = service.attempt(request);
    if (!incarnation.equals(service.addressee(request))) {
      replies.send(service.replyKey(request), new Reply.HandedBack(incarnation, attempt));
    } else if (attempts.isNew(attempt)) {
      attempts.hold(attempt);
      calls.execute(() -> serve(request, attempt));
    }
  }

  private void serve(R request, String attempt) {
    try {
      replies
          .send(service.replyKey(request), service.serve(request, incarnation))
          .whenComplete((sent, failure) -> attempts.release(attempt));
    } catch (RuntimeException e) {
      LOG.errorf(e, "attempt %s ended without a reply", attempt);
      attempts.release(attempt);
    }
  }

  private void keepMembership() {
    consumer.pause(consumer.assignment());
    consumer.poll(Duration.ZERO);
    consumer.resume(consumer.assignment());
  }
}
