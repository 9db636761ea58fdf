package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.local.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One attempt is one HTTP request, whatever comes of it; the orchestrator alone decides. */
class ModelOutcomesTest {
  private static final Duration CEILING = Duration.ofMinutes(2);

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;
  private static volatile boolean ill = true;
  private static volatile boolean torn = true;
  private static final CountDownLatch LAST_TRY = new CountDownLatch(1);
  private static final CountDownLatch TRIED_AGAIN = new CountDownLatch(1);

  /** More dialogues than are tried again in one transaction. */
  private static final int MANY = 25;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    ModelStub.Behaviour good = stub.answers(Duration.ZERO);
    stack =
        Stack.withModels(
            data,
            stub.model("good", good, "price: {input: 10, output: 100}"),
            stub.model("hanging", stub.hangs(), "timeout-seconds: 1"),
            stub.model(
                "limited", stub.first(2, ModelStub.fails(429, "{}", "Retry-After", "1"), good)),
            stub.model(
                "recovering",
                stub.first(MANY, ModelStub.fails(400, "{\"error\":{\"message\":\"no\"}}"), good)),
            stub.model(
                "busy",
                stub.first(1, ModelStub.fails(429, "{}", "Retry-After", "30"), good),
                "concurrency: 1"),
            stub.model("broken", ModelStub.fails(500, "{\"error\":{\"message\":\"no\"}}")),
            stub.model("shaky", stub.first(3, ModelStub.fails(503, ""), good)),
            stub.model("cut", ModelStub.fails(200, "{\"id\": \"x\", \"choices\": [{")),
            stub.model("choiceless", ModelStub.fails(200, "{\"id\":\"x\",\"choices\":[]}")),
            stub.model("sorry", ModelStub.fails(200, "{\"error\":{\"message\":\"busy\"}}")),
            stub.model("silent", ModelStub.says("  ")),
            stub.model(
                "refusing",
                ModelStub.fails(
                    400,
                    "{\"error\":{\"code\":\"context_length_exceeded\",\"message\":\"too long\"}}")),
            stub.model(
                "locked",
                ModelStub.fails(
                    401, "{\"error\":{\"code\":\"invalid_api_key\",\"message\":\"k\"}}"),
                "key-env: PATH"),
            stub.model(
                "ill-for-a-while",
                (exchange, request) ->
                    (ill && stub.requests("ill-for-a-while").size() > 2
                            ? ModelStub.fails(500, "{}")
                            : good)
                        .answer(exchange, request)),
            stub.model("torn", torn(good)),
            stub.model("mumbling", ModelStub.says("I would rather not say.")),
            stub.model("mumbling-once", stub.first(1, ModelStub.says("1. A and then some"), good)));
  }

  /**
   * Gives a lesson, fails at the first question until its fifth attempt is under way, and refuses
   * the quiz meanwhile. The fifth fails after all when the dialogue has been tried again.
   */
  private static ModelStub.Behaviour torn(ModelStub.Behaviour good) {
    AtomicInteger others = new AtomicInteger();
    return (exchange, request) -> {
      if (request.isQuiz()) {
        LAST_TRY.await();
        (torn ? ModelStub.fails(400, "{\"error\":{\"message\":\"no\"}}") : good)
            .answer(exchange, request);
        return;
      }
      int number = others.incrementAndGet();
      if (number == 1 + 5) {
        LAST_TRY.countDown();
        TRIED_AGAIN.await();
      }
      (1 < number && number <= 1 + 5 ? ModelStub.fails(500, "{}") : good).answer(exchange, request);
    };
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static String runClosedBook(String model) {
    String study =
        stack.api.submit(
            Stack.study("closed-" + model, model, Map.of("conditions", "[closed-book]")),
            Concepts.some(1));
    stack.api.awaitFinished(study);
    return study;
  }

  private static List<String> attempts(String model) {
    return stack
        .query("select status from attempt where model = '%s' order by sent".formatted(model))
        .stream()
        .map(List::getFirst)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hanging    | TRANSIENT | 5 | did not answer in time
          broken     | TRANSIENT | 5 | refused the request (HTTP 500, no)
          cut        | TRANSIENT | 5 | answered with something that is not valid JSON
          choiceless | TRANSIENT | 5 | gave no usable answer
          sorry      | TRANSIENT | 5 | gave no usable answer
          silent     | TRANSIENT | 5 | gave an empty answer
          refusing   | REJECTED  | 1 | refused the request (HTTP 400, context_length_exceeded: too long)
          locked     | REJECTED  | 1 | refused the request (HTTP 401, invalid_api_key)
          """)
  void a_call_that_cannot_succeed_ends_its_dialogue_with_the_reason(
      String model, String outcome, int times, String reason) {
    JsonNode status = stack.api.status(runClosedBook(model));

    assertThat(attempts(model)).hasSize(times).containsOnly(outcome);
    assertThat(stub.requests(model)).hasSize(times);
    assertThat(status.path("dialogues").path("failed").asInt()).isEqualTo(1);
    assertThat(status.path("failures").path(0).path("reason").asText())
        .startsWith("Model '" + model + "' at http://127.0.0.1")
        .contains(reason);
  }

  @Test
  void a_rate_limited_call_waits_for_as_long_as_the_provider_asks() {
    JsonNode status = stack.api.status(runClosedBook("limited"));

    assertThat(attempts("limited")).containsExactly("RATE_LIMITED", "RATE_LIMITED", "COMPLETED");
    assertThat(stub.requests("limited")).hasSize(3);
    assertThat(status.path("dialogues").path("finished").asInt()).isEqualTo(1);
    long waits =
        stack.count(
            """
            select count(*) from attempt a join attempt b on a.call = b.call
            where a.model = 'limited' and a.status = 'RATE_LIMITED' and b.sent > a.sent
              and b.sent < a.ended + interval '990 milliseconds'
            """);
    assertThat(waits).as("attempts made before their time").isZero();
  }

  @Test
  void a_provider_that_asks_to_wait_is_left_alone_by_an_orchestrator_that_starts_meanwhile() {
    String study =
        stack.api.submit(
            Stack.study("closed-busy", "busy", Map.of("conditions", "[closed-book]")),
            Concepts.some(3));
    await().atMost(CEILING).until(() -> attempts("busy").equals(List.of("RATE_LIMITED")));

    stack.local.process(Role.ORCHESTRATOR).kill();
    stack.local.process(Role.ORCHESTRATOR).restart();
    await("the new one knows of the wait")
        .atMost(CEILING)
        .until(() -> stack.api.status(study).path("waiting").toString().contains("HTTP 429"));

    stack.api.awaitFinished(study);
    assertThat(attempts("busy"))
        .containsExactly("RATE_LIMITED", "COMPLETED", "COMPLETED", "COMPLETED");
    long early =
        stack.count(
            """
            select count(*) from attempt a, attempt b
            where a.model = 'busy' and a.status = 'RATE_LIMITED' and b.model = 'busy'
              and b.sent > a.sent and b.sent < a.ended + interval '29990 milliseconds'
            """);
    assertThat(early).as("attempts made before their time").isZero();
  }

  @Test
  void a_passing_failure_is_survived() {
    JsonNode status = stack.api.status(runClosedBook("shaky"));

    assertThat(attempts("shaky"))
        .containsExactly("TRANSIENT", "TRANSIENT", "TRANSIENT", "COMPLETED");
    assertThat(stub.requests("shaky")).hasSize(4);
    assertThat(status.path("dialogues").path("finished").asInt()).isEqualTo(1);
  }

  @Test
  void a_failed_dialogue_goes_on_where_it_failed_when_it_is_tried_again() {
    String study =
        stack.api.submit(
            Stack.study(
                "ill",
                "ill-for-a-while",
                Map.of("conditions", "[dynamic-with-lesson]", "turns", "2")),
            Concepts.some(1));
    JsonNode failed = stack.api.awaitFinished(study);
    assertThat(failed.path("dialogues").path("failed").asInt()).isEqualTo(1);

    ill = false;
    stack.api.retry(study);

    JsonNode status = stack.api.awaitFinished(study);
    assertThat(status.path("dialogues").path("finished").asInt()).isEqualTo(1);
    assertThat(status.path("failures")).isEmpty();
    assertThat(attempts("ill-for-a-while").stream().filter("COMPLETED"::equals))
        .as("a lesson, two turns and three quizzes, each once")
        .hasSize(1 + 2 * 2 + 3);
  }

  @Test
  void a_call_that_was_under_way_when_its_dialogue_is_tried_again_has_all_its_attempts() {
    String study =
        stack.api.submit(
            Stack.study(
                "torn", "torn", Map.of("conditions", "[dynamic-with-lesson]", "turns", "1")),
            Concepts.some(1));
    JsonNode failed = stack.api.awaitFinished(study);
    assertThat(failed.path("dialogues").path("failed").asInt()).isEqualTo(1);

    torn = false;
    stack.api.retry(study);
    TRIED_AGAIN.countDown();

    JsonNode status = stack.api.awaitFinished(study);
    assertThat(status.path("dialogues").path("finished").asInt()).isEqualTo(1);
    assertThat(attempts("torn").stream().filter("TRANSIENT"::equals)).hasSize(5);
  }

  @Test
  void however_many_dialogues_failed_all_are_tried_again() {
    String study =
        stack.api.submit(
            Stack.study("many", "recovering", Map.of("conditions", "[closed-book]")),
            Concepts.some(MANY));
    JsonNode failed = stack.api.awaitFinished(study);
    assertThat(failed.path("dialogues").path("failed").asInt()).isEqualTo(MANY);

    stack.api.retry(study);

    JsonNode status = stack.api.awaitFinished(study);
    assertThat(status.path("dialogues").path("finished").asInt()).isEqualTo(MANY);
    assertThat(stub.requests("recovering")).hasSize(2 * MANY);
  }

  @Test
  void a_sheet_that_cannot_be_read_is_asked_again_and_then_counted_apart() {
    String study = runClosedBook("mumbling");

    List<ModelStub.Request> requests = stub.requests("mumbling");
    assertThat(requests).hasSize(4);
    assertThat(requests.get(0).lastMessage()).doesNotContain("could not be read");
    assertThat(requests.get(1).lastMessage())
        .contains("no answer could be read for question 1, 2, 3");
    Set<Integer> seeds = new HashSet<>();
    requests.forEach(request -> seeds.add(request.body().path("seed").asInt()));
    assertThat(seeds).as("each is a new draw").hasSize(4);
    JsonNode point = stack.api.summary(study).path("cells").path(0).path("curve").path(0);
    assertThat(point.path("parse_failure_rate").asDouble()).isEqualTo(1.0);
    assertThat(point.path("accuracy").asDouble()).isZero();
    assertThat(point.path("accuracy_parsed").isNull()).isTrue();
    assertThat(stack.api.status(study).path("dialogues").path("finished").asInt()).isEqualTo(1);
  }

  @Test
  void only_the_last_draw_of_a_sheet_counts() {
    String study = runClosedBook("mumbling-once");

    assertThat(stub.requests("mumbling-once")).hasSize(2);
    assertThat(stack.api.answers(study).lines())
        .hasSize(3)
        .allMatch(line -> line.contains("\"parsed\":true"));
  }

  @Test
  void temperature_seed_and_length_reach_the_model() {
    String study =
        stack.api.submit(
            Stack.study(
                "parameters",
                "good",
                Map.of(
                    "conditions", "[closed-book, dynamic-with-lesson]",
                    "turns", "2",
                    "seeds", "[1, 2]",
                    "max_tokens", "{question: 11, answer: 12, lesson: 13, sheet: 14}",
                    "temperature", "{dialogue: 0.7, lesson: 0.2, quiz: 0}")),
            Concepts.some(2));
    stack.api.awaitFinished(study);

    List<ModelStub.Request> requests = stub.requests("good");
    assertThat(requests.stream().map(ModelOutcomesTest::parameters).distinct())
        .containsExactlyInAnyOrder("0.7/11", "0.7/12", "0.2/13", "0.0/14");
    List<Integer> dialogueSeeds =
        requests.stream()
            .map(ModelStub.Request::body)
            .filter(body -> body.path("temperature").asDouble() == 0.7)
            .map(body -> body.path("seed").asInt(-1))
            .toList();
    assertThat(dialogueSeeds)
        .as("2 concepts x 2 seeds x 2 turns x (question + answer), no two alike")
        .hasSize(16)
        .doesNotHaveDuplicates()
        .allMatch(seed -> seed >= 0);
    assertThat(requests.stream().filter(request -> parameters(request).equals("0.2/13")))
        .as("one lesson for each concept, whatever the seed")
        .hasSize(2);
    assertThat(requests.stream().filter(request -> parameters(request).equals("0.0/14")))
        .as("closed-book sheets 2, turn 0 with lesson 2, two turns of four dialogues 8")
        .hasSize(12);
    JsonNode totals = stack.api.summary(study).path("totals");
    assertThat(totals.path("attempts").asInt()).isEqualTo(requests.size());
    assertThat(totals.path("cost").asDouble())
        .isCloseTo(
            requests.size() * (100 * 10 + 10 * 100) / 1e6,
            org.assertj.core.data.Offset.offset(1e-9));
  }

  private static String parameters(ModelStub.Request request) {
    return Stream.of("temperature", "max_tokens")
        .map(field -> request.body().path(field).asText())
        .reduce((a, b) -> a + "/" + b)
        .orElseThrow();
  }

  @Test
  void a_dialogue_grows_by_its_end_alone() {
    String study =
        stack.api.submit(
            Stack.study("growth", "good", Map.of("conditions", "[dynamic]", "turns", "3")),
            List.of(Concepts.concept("growing", "The only context that says growing.")));
    stack.api.awaitFinished(study);

    List<String> asked =
        stub.requests("good").stream()
            .filter(request -> request.body().toString().contains("growing"))
            .filter(request -> !request.isQuiz())
            .map(request -> request.body().path("messages").toString())
            .sorted(java.util.Comparator.comparingInt(String::length))
            .toList();
    assertThat(asked).as("three answers by the teacher").hasSize(3);
    for (int i = 1; i < asked.size(); i++) {
      String before = asked.get(i - 1);
      assertThat(asked.get(i)).startsWith(before.substring(0, before.length() - 1));
    }
  }
}
