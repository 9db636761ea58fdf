package dev.interact.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interact.contracts.DeadLetter;
import dev.interact.contracts.Json;
import dev.interact.contracts.Role;
import dev.interact.contracts.Topics;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.contracts.quiz.AnsweredSheet;
import dev.interact.contracts.quiz.GradeSheets;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.contracts.student.Sheet;
import dev.interact.local.LocalStack;
import dev.interact.local.StackConfig;
import dev.interact.telemetry.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker against a real broker. Its work is to wait until the test lets it go on. */
class WorkerTest {
  private static final Duration CEILING = Duration.ofMinutes(1);
  private static final int SLOTS = 2;
  private static final String CALL = "call-";

  @TempDir static Path data;
  private static LocalStack stack;
  private static Map<String, Object> kafka;

  private final String pool = "pool-" + UUID.randomUUID();
  private final String topic = Topics.requests(Role.QUIZ, pool);
  private final List<String> served = new CopyOnWriteArrayList<>();
  private final Semaphore mayGoOn = new Semaphore(0);
  private final List<Reply> replies = new ArrayList<>();
  private final List<Heartbeat.OfWorker> heartbeats = new ArrayList<>();
  private KafkaConsumer<byte[], byte[]> consumer;
  private KafkaProducer<byte[], byte[]> producer;
  private Worker<GradeSheets> worker;
  private String incarnation;

  private record Settings(String pool) implements WorkerConfig.Worker {
    @Override
    public int slots() {
      return SLOTS;
    }

    @Override
    public Duration heartbeat() {
      return Duration.ofMillis(100);
    }

    @Override
    public Duration drain() {
      return Duration.ofSeconds(30);
    }
  }

  private final class Waiting implements Service<GradeSheets> {
    @Override
    public Role role() {
      return Role.QUIZ;
    }

    @Override
    public Class<GradeSheets> requestType() {
      return GradeSheets.class;
    }

    @Override
    public String attempt(GradeSheets request) {
      return request.batch();
    }

    @Override
    public String addressee(GradeSheets request) {
      return request.addressee();
    }

    @Override
    public String replyKey(GradeSheets request) {
      return request.batch();
    }

    @Override
    public Place place(GradeSheets request) {
      return Place.NONE;
    }

    @Override
    public Reply serve(GradeSheets request, String incarnation) {
      served.add(request.batch());
      mayGoOn.acquireUninterruptibly();
      if (request.batch().equals("overflow")) {
        throw new StackOverflowError();
      }
      return request.batch().startsWith(CALL)
          ? new Reply.Modelled(incarnation, request.batch(), "c", 1, outcome(request.batch()))
          : new Reply.Graded(incarnation, request.batch(), List.of());
    }

    private Outcome outcome(String call) {
      return call.endsWith("refused")
          ? new Outcome.RateLimited(null, "too many")
          : new Outcome.Completed("text", false, null, null);
    }

    @Override
    public String model(GradeSheets request) {
      return request.batch().startsWith(CALL) ? "m" : "";
    }

    @Override
    public boolean standsBy(GradeSheets request) {
      return !request.sheets().isEmpty();
    }

    @Override
    public Reply failed(GradeSheets request, String incarnation, String reason) {
      return new Reply.HandedBack(incarnation, request.batch());
    }

    @Override
    public Set<String> usable() {
      return Set.of();
    }

    @Override
    public Map<String, String> unusable() {
      return Map.of();
    }
  }

  @BeforeAll
  static void startBroker() {
    stack =
        LocalStack.start(
            StackConfig.of(Path.of(System.getProperty("interact.root")))
                .withDataDirectory(data)
                .withServices(Set.of()),
            line -> {});
    kafka = Map.of("bootstrap.servers", stack.kafka());
  }

  @AfterAll
  static void stopBroker() {
    stack.close();
  }

  @BeforeEach
  void startWorker() throws Exception {
    try (Admin admin = Admin.create(kafka)) {
      admin.createTopics(List.of(topic(topic, 2))).all().get();
      var others =
          List.of(
              topic(Topics.REPLIES, 1), topic(Topics.PRESENCE, 1), topic(Topics.DEAD_LETTERS, 1));
      if (!admin.listTopics().names().get().contains(Topics.REPLIES)) {
        admin.createTopics(others).all().get();
      }
    }
    producer =
        new KafkaProducer<>(
            KafkaSettings.replies(kafka), new ByteArraySerializer(), new ByteArraySerializer());
    consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> heard =
        List.of(new TopicPartition(Topics.REPLIES, 0), new TopicPartition(Topics.PRESENCE, 0));
    consumer.assign(heard);
    consumer.seekToEnd(heard);
    heard.forEach(consumer::position);
    worker = Worker.start(new Settings(pool), kafka, new Waiting(), Sight.none());
    await().atMost(CEILING).until(() -> worker.isReading());
    awaitHeartbeat(beat -> beat.partitions().size() == 2);
    incarnation = heartbeats.getLast().incarnation();
  }

  /** As the orchestrator makes them. */
  private static NewTopic topic(String name, int partitions) {
    return new NewTopic(name, partitions, (short) 1)
        .configs(
            Map.of(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                String.valueOf(Topics.MAX_MESSAGE_BYTES + 64 * 1024)));
  }

  @AfterEach
  void stopWorker() {
    mayGoOn.release(1000);
    worker.close();
    producer.close();
    consumer.close();
  }

  private void send(String attempt, String addressee) throws Exception {
    send(Json.write(new GradeSheets(attempt, addressee, List.of())));
  }

  private void send(byte[] record) throws Exception {
    producer.send(new ProducerRecord<>(topic, 0, null, record)).get();
  }

  private void listen() {
    consumer
        .poll(Duration.ofMillis(20))
        .forEach(
            record -> {
              if (record.topic().equals(Topics.REPLIES)) {
                replies.add(Json.read(record.value(), Reply.class));
              } else if (Json.read(record.value(), Heartbeat.class)
                  instanceof Heartbeat.OfWorker beat) {
                if (beat.pool().equals(pool)) {
                  heartbeats.add(beat);
                }
              }
            });
  }

  private Heartbeat.OfWorker awaitHeartbeat(
      java.util.function.Predicate<Heartbeat.OfWorker> condition) {
    await()
        .atMost(CEILING)
        .until(
            () -> {
              listen();
              return !heartbeats.isEmpty() && condition.test(heartbeats.getLast());
            });
    return heartbeats.getLast();
  }

  private void awaitReplies(int number) {
    await()
        .atMost(CEILING)
        .until(
            () -> {
              listen();
              return replies.size() >= number;
            });
  }

  private long committed() throws Exception {
    try (Admin admin = Admin.create(kafka)) {
      var offset =
          admin
              .listConsumerGroupOffsets(topic)
              .partitionsToOffsetAndMetadata()
              .get()
              .get(new TopicPartition(topic, 0));
      return offset == null ? 0 : offset.offset();
    }
  }

  @Test
  void no_more_is_served_than_there_are_slots() throws Exception {
    for (int i = 0; i < 5; i++) {
      send("a" + i, incarnation);
    }
    awaitHeartbeat(beat -> beat.attempts().size() >= SLOTS);
    assertThat(served).hasSize(SLOTS);

    mayGoOn.release();
    await().atMost(CEILING).until(() -> served.size() == SLOTS + 1);

    mayGoOn.release(4);
    awaitReplies(5);
    awaitHeartbeat(beat -> beat.attempts().isEmpty());
    assertThat(served).containsExactlyInAnyOrder("a0", "a1", "a2", "a3", "a4");
  }

  private Reply.Modelled replyTo(String call) {
    return replies.stream()
        .filter(Reply.Modelled.class::isInstance)
        .map(Reply.Modelled.class::cast)
        .filter(reply -> reply.attempt().equals(call))
        .findFirst()
        .orElseThrow();
  }

  private void sendStandingBy(String call) throws Exception {
    Sheet one = new Sheet(List.of(new Sheet.Item("e1", "Who?", List.of("heron", "mule"))));
    var sheet = new AnsweredSheet("c", one, List.of(0), "text");
    send(Json.write(new GradeSheets(call, incarnation, List.of(sheet))));
  }

  @Test
  void what_stands_by_begins_in_the_place_of_a_call_that_ends() throws Exception {
    send("call-1", incarnation);
    send("call-2", incarnation);
    sendStandingBy("call-3");
    Heartbeat.OfWorker full = awaitHeartbeat(beat -> beat.attempts().size() == SLOTS + 1);
    assertThat(full.standingBy()).containsExactly("call-3");
    assertThat(served).containsExactlyInAnyOrder("call-1", "call-2");

    mayGoOn.release();
    awaitReplies(1);
    await().atMost(CEILING).until(() -> served.contains("call-3"));
    mayGoOn.release(2);
    awaitReplies(3);

    assertThat(replies)
        .map(reply -> ((Reply.Modelled) reply).next())
        .containsExactlyInAnyOrder("call-3", null, null);
    assertThat(replyTo("call-3").next()).isNull();
    awaitHeartbeat(beat -> beat.attempts().isEmpty() && beat.standingBy().isEmpty());
  }

  @Test
  void after_a_refusal_what_stands_by_waits_to_be_asked_for() throws Exception {
    send("call-refused", incarnation);
    sendStandingBy("call-later");
    awaitHeartbeat(beat -> beat.standingBy().contains("call-later"));
    mayGoOn.release();
    awaitReplies(1);
    assertThat(replyTo("call-refused").next()).isNull();
    awaitHeartbeat(beat -> beat.attempts().equals(List.of("call-later")));
    assertThat(served).containsExactly("call-refused");

    send("call-later", incarnation);
    send("call-later", incarnation);
    mayGoOn.release(2);
    awaitReplies(2);
    assertThat(served).containsExactly("call-refused", "call-later");
  }

  @Test
  void a_worker_that_stops_makes_what_stands_by() throws Exception {
    send("call-refused", incarnation);
    sendStandingBy("call-1");
    sendStandingBy("call-2");
    awaitHeartbeat(beat -> beat.standingBy().size() == 2);
    mayGoOn.release();
    awaitReplies(1);
    mayGoOn.release(2);

    worker.close();

    awaitReplies(3);
    assertThat(served).containsExactly("call-refused", "call-1", "call-2");
    assertThat(replyTo("call-1").next()).isEqualTo("call-2");
  }

  @Test
  void what_was_taken_is_committed_while_it_is_served_and_when_the_worker_stops() throws Exception {
    send("a", incarnation);
    await().atMost(CEILING).until(() -> committed() == 1);
    assertThat(served).containsExactly("a");

    mayGoOn.release(2);
    send("b", incarnation);
    awaitReplies(2);
    worker.close();
    assertThat(committed()).isEqualTo(2);
  }

  @Test
  void a_request_that_was_seen_is_not_served_again() throws Exception {
    mayGoOn.release(10);
    send("once", incarnation);
    send("once", incarnation);
    send("last", incarnation);
    awaitReplies(2);

    assertThat(served).containsExactly("once", "last");
  }

  @Test
  void a_request_for_another_is_handed_back_unserved() throws Exception {
    send("foreign", "quiz-someone-else");
    awaitReplies(1);

    assertThat(replies).containsExactly(new Reply.HandedBack(incarnation, "foreign"));
    assertThat(served).isEmpty();
  }

  @Test
  void what_cannot_be_read_is_kept_with_its_place_and_reason_and_delays_nobody() throws Exception {
    List<byte[]> poison =
        Arrays.asList(
            "not json: secret".getBytes(StandardCharsets.UTF_8), new byte[] {0, -1, 3}, null);
    mayGoOn.release(10);
    for (int i = 0; i < poison.size(); i++) {
      send("good-" + i, incarnation);
      producer.send(new ProducerRecord<>(topic, 0, new byte[] {7}, poison.get(i))).get();
    }
    send("good-last", incarnation);
    awaitReplies(4);

    assertThat(served).containsExactlyInAnyOrder("good-0", "good-1", "good-2", "good-last");
    List<ConsumerRecord<byte[], byte[]>> dead = awaitDeadLetters(3);
    for (int i = 0; i < poison.size(); i++) {
      ConsumerRecord<byte[], byte[]> record = dead.get(i);
      assertThat(record.key()).containsExactly(7);
      assertThat(record.value()).isEqualTo(poison.get(i));
      DeadLetter letter = letter(record);
      assertThat(letter.place()).isEqualTo(topic + "-0@" + (2 * i + 1));
      assertThat(letter.reader()).isEqualTo(incarnation);
      assertThat(letter.reason()).startsWith("not a GradeSheets: ").doesNotContain("secret");
      assertThat(letter.noticed()).isBeforeOrEqualTo(Instant.now());
    }
  }

  @Test
  void a_record_of_the_largest_size_can_be_a_dead_letter_too() throws Exception {
    byte[] noise = new byte[Topics.MAX_MESSAGE_BYTES];
    new Random(16).nextBytes(noise);
    mayGoOn.release(10);
    producer.send(new ProducerRecord<>(topic, 0, null, noise)).get();
    send("good", incarnation);
    awaitReplies(1);

    assertThat(awaitDeadLetters(1).getFirst().value()).isEqualTo(noise);
  }

  @Test
  void a_dead_letter_that_cannot_be_kept_yet_delays_nobody_and_is_tried_on() throws Exception {
    mayGoOn.release(10);
    try (Admin admin = Admin.create(kafka)) {
      admin.deleteTopics(List.of(Topics.DEAD_LETTERS)).all().get();
      await()
          .atMost(CEILING)
          .until(() -> !admin.listTopics().names().get().contains(Topics.DEAD_LETTERS));
      send("poison".getBytes(StandardCharsets.UTF_8));
      send("good", incarnation);
      awaitReplies(1);

      admin.createTopics(List.of(topic(Topics.DEAD_LETTERS, 1))).all().get();
    }
    assertThat(awaitDeadLetters(1).getFirst().value()).asString().isEqualTo("poison");
  }

  private List<ConsumerRecord<byte[], byte[]>> awaitDeadLetters(int number) {
    List<ConsumerRecord<byte[], byte[]>> dead = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> reader =
        new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all = List.of(new TopicPartition(Topics.DEAD_LETTERS, 0));
      reader.assign(all);
      reader.seekToBeginning(all);
      await()
          .atMost(CEILING)
          .until(
              () -> {
                reader.poll(Duration.ofMillis(20)).forEach(dead::add);
                return dead.stream().filter(this::isFromHere).count() >= number;
              });
    }
    return dead.stream()
        .filter(this::isFromHere)
        .sorted(Comparator.comparing(record -> letter(record).offset()))
        .toList();
  }

  private boolean isFromHere(ConsumerRecord<byte[], byte[]> record) {
    return letter(record).topic().equals(topic);
  }

  private static DeadLetter letter(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return DeadLetter.of(headers);
  }

  @Test
  void a_request_that_breaks_the_service_is_replied_to_and_frees_its_slot() throws Exception {
    mayGoOn.release(100);
    for (int i = 0; i < SLOTS; i++) {
      send("overflow", incarnation);
    }
    send("after", incarnation);
    awaitReplies(2);

    assertThat(replies)
        .containsExactlyInAnyOrder(
            new Reply.HandedBack(incarnation, "overflow"),
            new Reply.Graded(incarnation, "after", List.of()));
    awaitHeartbeat(beat -> beat.attempts().isEmpty());
  }

  @Test
  void a_worker_that_stops_finishes_what_it_holds_and_takes_nothing_new() throws Exception {
    send("held", incarnation);
    await().atMost(CEILING).until(() -> served.contains("held"));

    Thread stopping = Thread.ofPlatform().start(worker::close);
    awaitHeartbeat(Heartbeat.OfWorker::stopping);
    send("new", incarnation);
    mayGoOn.release(10);
    stopping.join();
    awaitReplies(1);

    assertThat(served).containsExactly("held");
  }
}
