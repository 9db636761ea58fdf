package dev.interact.worker.loop;

import dev.interact.contracts.Json;
import dev.interact.contracts.Topics;
import dev.interact.contracts.presence.Heartbeat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;

/**
 * One worker of a role: reads requests, serves them on virtual threads, replies, and says once a
 * second that it lives and what it holds. It keeps nothing that outlives the process.
 */
public final class Worker<R> implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Worker.class);

  private final WorkerConfig.Worker config;
  private final Service<R> service;
  private final Attempts attempts;
  private final RequestLoop<R> loop;
  private final Thread reader;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("heart").factory());
  private final KafkaProducer<byte[], byte[]> replies;
  private final KafkaProducer<byte[], byte[]> presence;
  private final String incarnation;
  private volatile boolean stopping;

  private Worker(
      WorkerConfig.Worker config, Map<String, Object> connection, Service<R> service, Sight sight) {
    this.config = config;
    this.service = service;
    this.incarnation = service.role().label() + "-" + UUID.randomUUID();
    this.attempts = new Attempts(config.slots());
    this.replies = producer(KafkaSettings.replies(connection));
    this.presence = producer(KafkaSettings.presence(connection));
    String topic = Topics.requests(service.role(), config.pool());
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            KafkaSettings.consumer(connection, topic),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.loop =
        new RequestLoop<>(
            consumer,
            topic,
            service,
            attempts,
            new Replies(new Outbox(replies), incarnation),
            calls,
            sight);
    sight.watch(attempts, loop);
    this.reader = Thread.ofPlatform().name("requests").unstarted(loop);
  }

  /**
   * Starts a worker.
   *
   * @param connection Kafka client settings that say how to reach the broker
   */
  public static <R> Worker<R> start(
      WorkerConfig.Worker config, Map<String, Object> connection, Service<R> service, Sight sight) {
    Worker<R> worker = new Worker<>(config, connection, service, sight);
    worker.reader.start();
    worker.heart.scheduleAtFixedRate(
        worker::beat, 0, config.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
    LOG.infof("worker %s takes requests of pool %s", worker.incarnation, config.pool());
    return worker;
  }

  private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Whether requests are being read: the loop runs and owns partitions. */
  public boolean isReading() {
    return reader.isAlive() && !loop.partitions().isEmpty();
  }

  private void beat() {
    if (!reader.isAlive() && !stopping) {
      return;
    }
    try {
      presence.send(
          new ProducerRecord<>(
              Topics.PRESENCE,
              incarnation.getBytes(StandardCharsets.UTF_8),
              Json.write(heartbeat())));
    } catch (RuntimeException e) {
      LOG.debugf("a heartbeat was not sent: %s", e);
    }
  }

  /** Whoever hears that it is stopping must hear in the same breath of all that it holds. */
  private Heartbeat heartbeat() {
    boolean last = stopping;
    return new Heartbeat.OfWorker(
        incarnation,
        service.role(),
        config.pool(),
        attempts.slots(),
        attempts.held(),
        loop.partitions(),
        List.copyOf(service.usable()),
        service.unusable(),
        last,
        loop.standingBy());
  }

  /** Takes nothing new, lets calls in flight end within the drain limit, and stops. */
  @Override
  public synchronized void close() {
    if (stopping) {
      return;
    }
    loop.stop();
    try {
      reader.join();
      stopping = true;
      loop.beginStranded();
      beat();
      if (!attempts.awaitNoneHeld(config.drain().toMillis())) {
        LOG.warnf("stopping with %d calls in flight", attempts.held().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    heart.shutdownNow();
    calls.shutdownNow();
    beat();
    replies.close();
    presence.close();
  }
}
