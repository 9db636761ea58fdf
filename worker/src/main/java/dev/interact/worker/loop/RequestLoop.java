package dev.interact.worker.loop;

import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Takes requests while there is room for them, and serves them. A request is never held back in
 * Kafka by a call: what is lost with a worker is found by the orchestrator.
 */
final class RequestLoop<R> implements Runnable {
  private static final Logger LOG = Logger.getLogger(RequestLoop.class);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration COMMITS = Duration.ofSeconds(1);
  private static final Duration DEAD_LETTER_PATIENCE = Duration.ofSeconds(2);

  /** Time in which requests gather where many come, so that there are fewer polls. */
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Consumer<byte[], byte[]> consumer;
  private final Service<R> service;
  private final Attempts attempts;
  private final Standby<Letter<R>> standby = new Standby<>();
  private final Replies replies;
  private final DeadLetters deadLetters;
  private final Executor calls;
  private final Sight sight;
  private final String incarnation;
  private final String topic;
  private final Offsets offsets;
  private volatile boolean stopping;
  private volatile List<Integer> partitions = List.of();

  RequestLoop(
      Consumer<byte[], byte[]> consumer,
      String topic,
      Service<R> service,
      Attempts attempts,
      Replies replies,
      Executor calls,
      Sight sight) {
    this.consumer = consumer;
    this.offsets = new Offsets(consumer, COMMITS);
    this.topic = topic;
    this.service = service;
    this.attempts = attempts;
    this.replies = replies;
    this.deadLetters = new DeadLetters(replies.outbox(), replies.incarnation(), calls);
    this.calls = calls;
    this.sight = sight;
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
      consumer.subscribe(List.of(topic), offsets);
      readOn();
      offsets.commit();
    } catch (WakeupException e) {
      LOG.debug("woken up to stop");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      partitions = List.of();
    }
  }

  private void readOn() throws InterruptedException {
    try {
      while (!stopping) {
        round();
      }
    } catch (WakeupException e) {
      LOG.debug("woken up to stop");
    }
  }

  private void round() throws InterruptedException {
    try {
      if (attempts.awaitRoom()) {
        serve(consumer.poll(IDLE));
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

  private void serve(ConsumerRecords<byte[], byte[]> taken) {
    read(taken).forEach(this::start);
    offsets.passed(taken);
    if (!taken.isEmpty()) {
      LockSupport.parkNanos(REST_NANOS);
    }
  }

  /** A request with the span of its sender. */
  private record Letter<R>(R request, Context sender) {}

  private List<Letter<R>> read(ConsumerRecords<byte[], byte[]> taken) {
    List<Letter<R>> letters = new ArrayList<>();
    List<CompletableFuture<Void>> dead = new ArrayList<>();
    for (var record : taken) {
      try {
        letters.add(
            new Letter<>(
                Json.read(record.value(), service.requestType()),
                sight.traces().carried(record.headers())));
      } catch (UnreadableMessage e) {
        dead.add(deadLetters.keep(record, e.getMessage()));
      }
    }
    awaitKept(dead);
    return letters;
  }

  /** Dead letters are kept before they are passed over; but readable requests come first. */
  private static void awaitKept(List<CompletableFuture<Void>> dead) {
    CompletableFuture.allOf(dead.toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, DEAD_LETTER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private void start(Letter<R> letter) {
    R request = letter.request();
    String attempt = service.attempt(request);
    if (!incarnation.equals(service.addressee(request))) {
      handBack(request);
    } else if (attempts.isNew(attempt)) {
      attempts.hold(attempt);
      if (service.standsBy(request)) {
        standby.add(service.model(request), attempt, letter);
      } else {
        begin(letter, attempt);
      }
    } else if (!service.standsBy(request)) {
      standby.take(service.model(request), attempt).ifPresent(known -> begin(known, attempt));
    }
  }

  /** Those that stand by. */
  List<String> standingBy() {
    return standby.attempts();
  }

  /** Nothing is read any more: what stands by for no call that is under way here begins. */
  void beginStranded() {
    standby.stranded().forEach(this::goOn);
  }

  private void begin(Letter<R> letter, String attempt) {
    standby.begun(service.model(letter.request()));
    goOn(new Standby.Next<>(attempt, letter));
  }

  private void goOn(Standby.Next<Letter<R>> next) {
    calls.execute(
        () -> {
          attempts.enter();
          serve(next.waiter(), next.attempt());
        });
  }

  private void handBack(R request) {
    sight.handedBack();
    replies.send(
        service.replyKey(request), new Reply.HandedBack(incarnation, service.attempt(request)));
  }

  private void serve(Letter<R> letter, String attempt) {
    R request = letter.request();
    Serving serving =
        Serving.begin(sight.traces(), service.place(request), attempt, letter.sender());
    String key = service.replyKey(request);
    serving
        .during(() -> replies.send(key, called(request), serving))
        .exceptionallyCompose(
            failure ->
                replies.send(
                    key,
                    service.failed(request, incarnation, "The reply could not be sent."),
                    serving))
        .whenComplete(
            (sent, failure) -> {
              attempts.release(attempt);
              serving.end(failure);
            });
  }

  /** Calls the model; what stands by for it begins in the place of the call once that has ended. */
  private Reply called(R request) {
    Reply reply = reply(request);
    attempts.leave();
    Optional<Standby.Next<Letter<R>>> next =
        standby.ended(service.model(request), stopping || leavesItsPlace(reply));
    next.ifPresent(this::goOn);
    return next.isPresent() && reply instanceof Reply.Modelled ended
        ? ended.followedBy(next.get().attempt())
        : reply;
  }

  /** After a failure the orchestrator decides what the model is asked next. */
  private static boolean leavesItsPlace(Reply reply) {
    return reply instanceof Reply.Modelled ended && ended.outcome() instanceof Outcome.Completed;
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

  /** Records of its partitions that it has not read, as far as the client knows. */
  double lag() {
    return consumer.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("records-lag"))
        .map(Metric::metricValue)
        .mapToDouble(value -> value instanceof Double lag && lag > 0 ? lag : 0)
        .sum();
  }

  private void keepMembership() {
    consumer.pause(consumer.assignment());
    // What comes nevertheless is of a partition that was given to it only now.
    serve(consumer.poll(Duration.ZERO));
    consumer.resume(consumer.assignment());
  }
}
