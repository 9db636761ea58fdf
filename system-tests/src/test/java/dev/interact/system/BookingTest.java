package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.contracts.Json;
import dev.interact.contracts.Topics;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.contracts.reply.Usage;
import dev.interact.local.Role;
import dev.interact.study.Concept;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What calls cost is booked, and booked once, whatever becomes of them. */
class BookingTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final int LOSSES_BUT_ONE = 4;

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack =
        Stack.withModels(
            data,
            stub.model("silent", stub.hangs(), "price: {input: 1000, output: 2000}"),
            stub.model("steady", stub.answers(Duration.ofMillis(20))));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static List<String> row(String sql) {
    return stack.query(sql).getFirst();
  }

  @Test
  void caps_that_are_handed_in_while_a_study_runs_change_nothing_that_is_booked() {
    Map<String, String> settings = Map.of("conditions", "[dynamic]", "turns", "4", "fresh", "true");
    String yaml = Stack.study("capped", "steady", settings) + "budget: {calls: %d}\n";
    List<Concept> concepts = Concepts.some(12);
    try (Trial trial = new Trial(stack, stub, yaml.formatted(1000), concepts)) {
      int caps = 0;
      while (!trial.isOver()) {
        stack.api.submit(yaml.formatted(1001 + caps++), concepts);
        stack.api.budget(trial.study, "{\"calls\":%d}".formatted(1001 + caps++));
      }

      assertThat(caps).as("changes of the cap").isGreaterThan(10);
      trial.assertClean();
      assertThat(
              row("select spent_calls from account where id = 'study/%s'".formatted(trial.study)))
          .containsExactly(String.valueOf(stub.requests("steady").size()));
    }
  }

  @Test
  void a_call_that_too_many_workers_were_lost_with_is_paid_and_its_late_answer_is_kept() {
    Map<String, String> settings = Map.of("conditions", "[closed-book]");
    List<Concept> concepts = Concepts.some(1);
    String study = stack.api.submit(Stack.study("lost", "silent", settings), concepts);
    await().atMost(CEILING).until(() -> stub.requests("silent").size() == 1);
    stack.change(
        "update call set losses = %d where status = 'SENT' and model = 'silent'"
            .formatted(LOSSES_BUT_ONE));

    stack.local.process(Role.STUDENT).kill();
    JsonNode lost = stack.api.awaitFinished(study);

    assertThat(lost.path("dialogues").path("failed").asInt()).isOne();
    assertThat(row("select reason from dialogue where study = '%s'".formatted(study)).getFirst())
        .startsWith("5 workers stopped while they held this call");
    List<String> attempt =
        row(
            """
            select id, worker, call, status, spent_tokens = reserved_tokens and spent_tokens > 0,
                   spent_nanos = reserved_nanos and spent_nanos > 0, spent_calls
            from attempt where study = '%s'
            """
                .formatted(study));
    assertThat(attempt.subList(3, 7)).containsExactly("LOST", "t", "t", "1");
    assertThat(spent(study)).isEqualTo(booked(study));

    answerLate(attempt.get(1), attempt.get(0), attempt.get(2));
    await()
        .atMost(CEILING)
        .until(() -> row("select status from call where model = 'silent'").contains("DONE"));

    assertThat(row("select status from attempt where study = '%s'".formatted(study)))
        .containsExactly("COMPLETED");
    assertThat(spent(study))
        .isEqualTo(booked(study))
        .containsExactly("0", "0", "0", String.valueOf(7 * 1_000_000 + 3 * 2_000_000), "10", "1");
    assertThat(stack.api.status(study).path("dialogues").path("failed").asInt()).isOne();
    JsonNode replay = stack.api.check(study, "replay");
    assertThat(replay.path("different").asInt()).as(replay.toString()).isZero();
    assertThat(replay.path("notes").path(0).asText()).contains("answered later");

    String other = stack.api.submit(Stack.study("other", "silent", settings), concepts);
    assertThat(stack.api.awaitFinished(other).path("dialogues").path("finished").asInt()).isOne();
    assertThat(stub.requests("silent")).hasSize(1);
    stack.local.process(Role.STUDENT).restart();
  }

  /** What a study's account has reserved and spent. */
  private static List<String> spent(String study) {
    return row(
        """
        select reserved_nanos, reserved_tokens, reserved_calls, spent_nanos, spent_tokens, spent_calls
        from account where id = 'study/%s'
        """
            .formatted(study));
  }

  /** The same by its attempts, none of which is under way. */
  private static List<String> booked(String study) {
    return row(
        """
        select 0, 0, 0, sum(spent_nanos), sum(spent_tokens), sum(spent_calls)
        from attempt where study = '%s'
        """
            .formatted(study));
  }

  private static void answerLate(String worker, String attempt, String call) {
    Outcome answer = new Outcome.Completed("1. A\n2. B\n3. A\n", false, new Usage(7, 3), null);
    byte[] reply = Json.write(new Reply.Modelled(worker, attempt, call, 5, answer));
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.local.kafka()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.REPLIES, reply));
    }
  }
}
