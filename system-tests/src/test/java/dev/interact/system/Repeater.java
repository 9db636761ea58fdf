package dev.interact.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends some requests and replies once more, late and in another order, to the same partition. */
final class Repeater implements Fault, AutoCloseable {
  private static final String COPY = "copy";

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final double share;
  private final Random random;
  private final AtomicInteger copies = new AtomicInteger();
  private final Thread thread = Thread.ofPlatform().name("repeater").unstarted(this::run);
  private volatile boolean closing;

  /**
   * Starts to repeat messages.
   *
   * @param share how many of them, from 0 to 1
   */
  Repeater(String bootstrap, double share, long seed) {
    System.out.printf("%.0f%% of all messages are repeated, seed %d%n", 100 * share, seed);
    this.share = share;
    random = new Random(seed);
    consumer = Records.consumer(bootstrap);
    List<TopicPartition> partitions =
        Records.partitions(consumer, "interact\\..*requests|interact\\.replies");
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    thread.start();
  }

  @Override
  public String name() {
    return "repeated and reordered messages";
  }

  @Override
  public long fired() {
    return copies.get();
  }

  private void run() {
    while (!closing) {
      List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
      consumer.poll(Duration.ofMillis(300)).forEach(batch::add);
      Collections.shuffle(batch, random);
      for (ConsumerRecord<byte[], byte[]> record : batch) {
        if (record.headers().lastHeader(COPY) == null && random.nextDouble() < share) {
          ProducerRecord<byte[], byte[]> copy =
              new ProducerRecord<>(
                  record.topic(), record.partition(), record.key(), record.value());
          copy.headers().add(COPY, new byte[0]);
          producer.send(copy);
          copies.incrementAndGet();
        }
      }
    }
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    consumer.close();
    producer.close();
  }
}
