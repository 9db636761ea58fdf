package dev.interact.orchestrator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interact.contracts.Topics;
import dev.interact.local.LocalStack;
import dev.interact.local.StackConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listeners who come from where only the topic, or nothing, remembers; with a real broker. */
class EventStreamsTest {
  private static final Duration CEILING = Duration.ofMinutes(1);
  private static final int HELD = 100;
  private static final long TOLD = 3_000;
  private static final long DELETED = 1_200;
  private static final int IDLE = 8;

  /** With all that is told before, more than the sockets of a connection hold on both sides. */
  private static final int LONG = 10_000;

  private static final long LONG_TOLD = 1_000;

  @TempDir static Path data;
  private static LocalStack stack;
  private static Map<String, Object> kafka;
  private static final Recent recent = new Recent(HELD);
  private static Listener listener;
  private static EventStreams streams;
  private static Streams server;

  @BeforeAll
  static void start() throws Exception {
    stack =
        LocalStack.start(
            StackConfig.of(Path.of(System.getProperty("interact.root")))
                .withDataDirectory(data)
                .withServices(Set.of()),
            line -> {});
    kafka = Map.of("bootstrap.servers", stack.kafka());
    try (Admin admin = Admin.create(kafka)) {
      admin.createTopics(List.of(new NewTopic(Topics.EVENTS, 1, (short) 1))).all().get();
      tell(0, TOLD);
      admin
          .deleteRecords(Map.of(EventTopic.PARTITION, RecordsToDelete.beforeOffset(DELETED)))
          .all()
          .get();
    }
    EventTopic topic = new EventTopic(kafka);
    listener = new Listener(topic, recent);
    streams = new EventStreams(recent, topic, new Clients(Optional.empty()));
    listener.start(null);
    streams.start(null);
    server =
        new Streams(
            http ->
                streams.add(http, told -> true, Long.parseLong(http.request().getParam("next"))));
    await().atMost(CEILING).until(() -> recent.next() == TOLD);
  }

  @AfterAll
  static void stop() {
    streams.stop(null);
    server.close();
    listener.stop(null);
    stack.close();
  }

  private static void tell(long from, long to) {
    tell(from, to, "");
  }

  private static void tell(long from, long to, String more) {
    try (var producer =
        new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (long offset = from; offset < to; offset++) {
        String json =
            "{\"type\":\"t\",\"data\":{\"number\":%d,\"more\":\"%s\"}}".formatted(offset, more);
        producer.send(new ProducerRecord<>(Topics.EVENTS, json.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  private static void awaitEvents(SlowClient client, long from) {
    List<SlowClient.Frame> frames = client.frames();
    await()
        .atMost(CEILING)
        .until(
            () ->
                !frames.isEmpty()
                    && String.valueOf(recent.next() - 1).equals(frames.getLast().id()));
    assertThat(frames.stream().filter(frame -> frame.id() != null).map(SlowClient.Frame::id))
        .containsExactlyElementsOf(
            LongStream.range(from, recent.next()).mapToObj(String::valueOf).toList());
  }

  @Test
  void who_comes_from_before_what_is_held_hears_all_of_it_from_the_topic() throws IOException {
    long from = DELETED + 300;
    assertThat(recent.holds(from)).isFalse();
    try (SlowClient client = server.client("/?next=" + from).reading()) {
      awaitEvents(client, from);
      assertThat(client.frames()).extracting(SlowClient.Frame::event).containsOnly("t");

      long before = recent.next();
      tell(before, before + 5);
      await().atMost(CEILING).until(() -> recent.next() == before + 5);
      awaitEvents(client, from);
    }
  }

  @Test
  void who_wants_what_the_topic_has_forgotten_is_told_of_the_gap_first() throws IOException {
    try (SlowClient client = server.client("/?next=7").reading()) {
      awaitEvents(client, DELETED);
      assertThat(client.frames().getFirst())
          .isEqualTo(
              new SlowClient.Frame(null, "gap", "{\"from\":7,\"to\":%d}".formatted(DELETED)));
      assertThat(client.frames().stream().filter(frame -> frame.event().equals("gap"))).hasSize(1);
    }
  }

  @Test
  void those_who_take_nothing_keep_nobody_else_from_catching_up() throws IOException {
    long from = DELETED + 300;
    long before = recent.next();
    tell(before, before + LONG_TOLD, "x".repeat(LONG));
    await().atMost(CEILING).until(() -> recent.next() == before + LONG_TOLD);
    List<SlowClient> idle = new ArrayList<>();
    try (SlowClient client = server.client("/?next=" + from)) {
      for (int i = 0; i < IDLE; i++) {
        idle.add(server.client("/?next=" + from));
      }
      awaitEvents(client.reading(), from);
      awaitEvents(idle.getLast().reading(), from);
    } finally {
      idle.forEach(SlowClient::close);
    }
  }

  @Test
  void events_are_found_by_their_time() throws Exception {
    long before = recent.next();
    Instant later = Instant.now().plus(Duration.ofMinutes(10));
    try (var producer =
        new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int minute = 0; minute < 3; minute++) {
        long time = later.plus(Duration.ofMinutes(minute)).toEpochMilli();
        byte[] json = "{\"type\":\"t\",\"data\":{}}".getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.EVENTS, null, time, null, json)).get();
      }
    }
    EventTopic topic = new EventTopic(kafka);

    assertThat(topic.lastBefore(later)).contains(before - 1);
    assertThat(topic.lastBefore(later.plus(Duration.ofMinutes(1)))).contains(before);
    assertThat(topic.lastBefore(later.plus(Duration.ofMinutes(3)))).isEmpty();
  }
}
