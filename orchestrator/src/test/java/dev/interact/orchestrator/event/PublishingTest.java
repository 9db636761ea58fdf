package dev.interact.orchestrator.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interact.contracts.Json;
import dev.interact.contracts.Topics;
import dev.interact.contracts.event.Event;
import dev.interact.contracts.event.Fact;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class PublishingTest {
  private static final Duration CEILING = Duration.ofMinutes(1);
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

  private final Rows rows = new Rows();
  private final List<ProducerRecord<byte[], byte[]>> sent = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger producers = new AtomicInteger();

  /** An outbox in memory. */
  private static final class Rows extends Outbox {
    private final ConcurrentSkipListMap<Long, Row> all = new ConcurrentSkipListMap<>();
    private final AtomicInteger failures = new AtomicInteger();

    Rows() {
      super(null);
    }

    void add(long seq, Fact... facts) {
      add(seq, new String(json(facts), StandardCharsets.UTF_8));
    }

    void add(long seq, String facts) {
      all.put(seq, new Row(seq, TIME, facts.getBytes(StandardCharsets.UTF_8)));
      ring();
    }

    @Override
    List<Row> after(long seq) {
      return List.copyOf(all.tailMap(seq, false).values());
    }

    @Override
    void deleteUpTo(long seq) throws SQLException {
      if (failures.getAndDecrement() > 0) {
        throw new SQLException("the database is away");
      }
      all.headMap(seq, true).clear();
    }
  }

  private Publishing publishing() {
    return new Publishing(rows, this::producer);
  }

  /** One that the broker takes everything from but for some refusals at first. */
  private Producer<byte[], byte[]> producer() {
    producers.incrementAndGet();
    return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
      @Override
      public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        if (refusals.getAndDecrement() > 0) {
          sendException = new TimeoutException("the broker is away");
        }
        Future<RecordMetadata> sending = super.send(record);
        sent.add(record);
        return sending;
      }
    };
  }

  private List<String> ids() {
    return sent.stream().map(record -> Json.read(record.value(), Event.class).id()).toList();
  }

  @Test
  void facts_become_events_in_order_and_are_deleted() throws InterruptedException {
    rows.add(3, new Fact.StudyStarted("s"), new Fact.DialogueFailed("s", "d"));
    rows.add(12, new Fact.LimitChanged("m", 4, null, null));
    try (Publishing publishing = publishing()) {
      await().atMost(CEILING).until(rows.all::isEmpty);
    }
    assertThat(ids())
        .containsExactly(
            "0000000000000003-000000", "0000000000000003-000001", "0000000000000012-000000")
        .isSorted();
    assertThat(sent).allMatch(record -> record.topic().equals(Topics.EVENTS));
    assertThat(sent)
        .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
        .containsExactly("s", "s", "m");
    Event event = Json.read(sent.get(1).value(), Event.class);
    assertThat(event.time()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(event.subject()).isEqualTo("d");
    assertThat(event.data()).isEqualTo(new Fact.DialogueFailed("s", "d"));
    assertThat(sent.get(1).headers().lastHeader("content-type").value())
        .asString()
        .isEqualTo("application/cloudevents+json");
  }

  @Test
  void a_fact_that_a_later_version_stored_is_told_as_it_is_and_holds_up_nothing()
      throws InterruptedException {
    rows.add(
        1,
        """
        [{"type":"dev.interact.dialogue.archived","study":"s","dialogue":"d","shelf":{"number":3}},
         {"type":"dev.interact.study.started","study":"s"},
         {"type":"dev.interact.shelf.full"}]
        """);
    rows.add(2, new Fact.StudyResumed("s"));
    try (Publishing publishing = publishing()) {
      await().atMost(CEILING).until(rows.all::isEmpty);
    }
    assertThat(sent)
        .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
        .containsExactly(
            event("0000000000000001-000000", "d")
                + "{\"study\":\"s\",\"dialogue\":\"d\",\"shelf\":{\"number\":3}},"
                + "\"type\":\"dev.interact.dialogue.archived\"}",
            event("0000000000000001-000001", "s")
                + "{\"study\":\"s\"},\"type\":\"dev.interact.study.started\"}",
            event("0000000000000001-000002", "dev.interact.shelf.full")
                + "{},\"type\":\"dev.interact.shelf.full\"}",
            event("0000000000000002-000000", "s")
                + "{\"study\":\"s\"},\"type\":\"dev.interact.study.resumed\"}");
    assertThat(sent)
        .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
        .containsExactly("s", "s", "dev.interact.shelf.full", "s");
  }

  private static String event(String id, String subject) {
    return """
        {"specversion":"1.0","id":"%s","source":"/interact/orchestrator","subject":"%s",\
        "time":"2026-01-02T03:04:05Z","datacontenttype":"application/json","data":"""
        .formatted(id, subject);
  }

  @Test
  void what_comes_later_is_published_too() throws InterruptedException {
    try (Publishing publishing = publishing()) {
      rows.add(1, new Fact.StudyStarted("s"));
      await().atMost(CEILING).until(rows.all::isEmpty);
      rows.add(2, new Fact.StudyResumed("s"));
      await().atMost(CEILING).until(rows.all::isEmpty);
    }
    assertThat(sent).hasSize(2);
  }

  @Test
  void what_the_broker_refuses_is_sent_again_before_anything_else() throws InterruptedException {
    refusals.set(1);
    rows.add(1, new Fact.StudyStarted("s"));
    rows.add(2, new Fact.StudyResumed("s"));
    try (Publishing publishing = publishing()) {
      await().atMost(CEILING).until(rows.all::isEmpty);
    }
    assertThat(producers).hasValue(2);
    assertThat(ids()).containsExactly("0000000000000001-000000", "0000000000000002-000000");
  }

  @Test
  void what_could_not_be_deleted_is_sent_again_with_the_same_id() throws InterruptedException {
    rows.failures.set(1);
    rows.add(7, new Fact.StudyStarted("s"));
    try (Publishing publishing = publishing()) {
      await().atMost(CEILING).until(rows.all::isEmpty);
    }
    assertThat(ids()).containsExactly("0000000000000007-000000", "0000000000000007-000000");
  }

  @Test
  void it_ends_while_it_waits() throws InterruptedException {
    Publishing publishing = publishing();
    await().atMost(CEILING).until(() -> producers.get() == 1);
    publishing.close();
    rows.add(1, new Fact.StudyStarted("s"));
    assertThat(rows.all).as("nobody publishes any more").hasSize(1);
  }
}
