package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.contracts.Json;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.contracts.teacher.TeacherRequest;
import dev.interact.orchestrator.size.PromptSize;
import dev.interact.study.Concept;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recorded is enough: to replay a study, to grade it again, and to say what one costs. */
class RecordingTest {
  private static final List<String> CONDITIONS =
      List.of("closed-book", "static-lesson", "dynamic", "dynamic-with-lesson", "full-context");
  private static final String ALL = CONDITIONS.toString();

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    ModelStub.Behaviour good = stub.answers(Duration.ZERO);
    stack =
        Stack.withModels(
            data,
            Stream.concat(
                    Stream.of(
                        stub.model("recorded", good),
                        stub.model(
                            "mumbling",
                            stub.first(3, ModelStub.says("I would rather not say."), good)),
                        stub.model(
                            "refusing",
                            stub.first(4, good, ModelStub.fails(400, "{\"error\":\"no\"}"))),
                        stub.model(
                            "once-refusing",
                            stub.first(1, ModelStub.fails(400, "{\"error\":\"no\"}"), good)),
                        stub.model(
                            "counting",
                            ModelStub.countsTokens(),
                            "price: {input: 1000, output: 2000}")),
                    CONDITIONS.stream().map(name -> stub.model(name, good)))
                .toArray(String[]::new));
  }

  /** A dialogue, and two that fork it. */
  private static final Map<String, String> FORKED =
      Map.of("conditions", "[dynamic]", "turns", "2", "forks", "[{kind: lecture}, {kind: concat}]");

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static String run(String name, String model, Map<String, String> settings) {
    String study = stack.api.submit(Stack.study(name, model, settings), Concepts.some(3));
    stack.api.awaitFinished(study);
    return study;
  }

  private static List<String> differences(JsonNode check) {
    List<String> sentences = new ArrayList<>();
    check.path("differences").forEach(sentence -> sentences.add(sentence.asText()));
    return sentences;
  }

  @Test
  void a_finished_study_is_replayed_without_any_model() {
    String study =
        run("replayed", "recorded", Map.of("conditions", ALL, "turns", "2", "seeds", "[1, 2]"));
    int requests = stub.requests("recorded").size();

    JsonNode check = stack.api.check(study, "replay");

    assertThat(check.path("state").asText()).as(check.toString()).isEqualTo("done");
    assertThat(check.path("total").asInt()).isEqualTo(3 * (3 + 2 * 2));
    assertThat(check.path("done")).isEqualTo(check.path("total"));
    assertThat(check.path("calls").asLong())
        .isEqualTo(stack.count("select count(*) from step where study = '" + study + "'"));
    assertThat(check.path("missing").asInt()).isZero();
    assertThat(differences(check)).isEmpty();
    assertThat(check.path("different").asInt()).isZero();
    assertThat(stub.requests("recorded")).hasSize(requests);
  }

  @Test
  void a_replay_and_new_grades_need_neither_a_model_nor_its_entry_in_the_registry() {
    Cli cli = new Cli(data.resolve("without"));
    cli.write(
        "tiny.jsonl",
        """
        {"id":"c","domain":"news","title":"T","context":"All of it.",\
        "quiz":[{"id":"i","question":"Q?","options":["a","b"],"answer":0}]}
        """);
    cli.write(
        "gone.yaml",
        Stack.study("gone", "gone", Map.of("conditions", ALL, "turns", "2"))
            .replace("test.jsonl", "tiny.jsonl"));
    cli.write("other.yaml", "models:\n  other: {base-url: 'http://127.0.0.1:9/v1', model: x}\n");
    try (ModelStub model = new ModelStub()) {
      cli.write("models.yaml", "models:\n" + model.model("gone", stub.answers(Duration.ZERO)));
      Cli.Ended run = cli.run("run", "gone.yaml", "--models", "models.yaml", "--port", "0");
      assertThat(run.exitCode()).as(run.err()).isZero();
    }

    Cli.Ended replay =
        cli.run(
            "run",
            "--replay",
            "gone.yaml",
            "--models",
            "other.yaml",
            "--port",
            "0",
            "--results",
            "again");
    assertThat(replay.exitCode()).as(replay.err()).isZero();
    assertThat(replay.err()).contains("Replayed 5 dialogues from 19 recorded answers");
    assertThat(replay.out()).contains("teacher bound");
    assertThat(cli.read("again/gone/answers.jsonl"))
        .isEqualTo(cli.read("results/gone/answers.jsonl"));

    Cli.Ended grade =
        cli.run("grade", "--again", "gone.yaml", "--models", "other.yaml", "--port", "0");
    assertThat(grade.exitCode()).as(grade.err()).isZero();
    assertThat(grade.out()).contains("every grade was reproduced");
    assertThat(cli.alive()).isEmpty();
  }

  @Test
  void a_sheet_that_was_asked_for_again_is_replayed_too() {
    String study = run("again", "mumbling", Map.of("conditions", "[closed-book]"));
    assertThat(stack.count("select count(*) from step where draw > 0 and study = '" + study + "'"))
        .isPositive();

    assertThat(differences(stack.api.check(study, "replay"))).isEmpty();
    JsonNode graded = stack.api.check(study, "regrade");
    assertThat(differences(graded)).isEmpty();
    assertThat(graded.path("total").asInt()).isEqualTo(stub.requests("mumbling").size());
  }

  @Test
  void dialogues_that_failed_fail_again_where_they_did() {
    String study = run("refused", "refusing", FORKED);
    assertThat(stack.api.status(study).path("dialogues").path("failed").asInt()).isEqualTo(9);

    JsonNode check = stack.api.check(study, "replay");

    assertThat(differences(check)).isEmpty();
    assertThat(check.path("done").asInt()).isEqualTo(9);
  }

  @Test
  void a_failure_whose_call_another_study_had_made_anew_is_noted_and_no_difference() {
    List<Concept> concepts = Concepts.some(1);
    String failed = stack.api.submit(Stack.study("first", "once-refusing", FORKED), concepts);
    stack.api.awaitFinished(failed);
    String other = stack.api.submit(Stack.study("second", "once-refusing", FORKED), concepts);
    stack.api.awaitFinished(other);
    assertThat(stack.api.status(failed).path("dialogues").path("failed").asInt()).isEqualTo(3);
    assertThat(stack.api.status(other).path("dialogues").path("finished").asInt()).isEqualTo(3);

    JsonNode check = stack.api.check(failed, "replay");

    assertThat(differences(check)).isEmpty();
    assertThat(check.path("notes").path(0).asText()).contains("made anew for another study");
    assertThat(differences(stack.api.check(other, "replay"))).isEmpty();
    stack.api.retry(failed);
    stack.api.awaitFinished(failed);
    assertThat(stack.api.status(failed).path("dialogues").path("finished").asInt()).isEqualTo(3);
    assertThat(differences(stack.api.check(failed, "replay"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update turn set answer = question where number = 2 and dialogue = $D                            | turn 2 is recorded with other calls
          update step set call = $C where dialogue = $D and kind = 'SIT' and turn = 2                     | sheet 1 of the quiz after turn 2 is call
          delete from step where dialogue = $D and kind = 'SIT' and turn = 2                              | is replayed but not recorded
          delete from call where key = $C                                                                 | has no recorded answer
          update call set reply = null where key = $C                                                     | has no recorded answer
          update dialogue set stage = 'FAILED', reason = 'x' where id = $D                                | it is FAILED in the record and FINISHED
          update dialogue set transcript = 'x' where id = $D                                              | lesson or transcript is not that of its calls
          delete from dialogue where id = $D                                                              | is not recorded
          """)
  void a_changed_record_is_found_out(String change, String sentence) {
    String study =
        run(
            "planted-" + Integer.toHexString(change.hashCode()),
            "recorded",
            Map.of("conditions", "[dynamic]", "turns", "2", "fresh", "true"));
    assertThat(differences(stack.api.check(study, "replay"))).isEmpty();
    List<String> place =
        stack
            .query(
                "select dialogue, call from step where kind = 'ASK' and turn = 2 and study = '%s'"
                    .formatted(study))
            .getFirst();

    stack.change(change.replace("$D", quoted(place.get(0))).replace("$C", quoted(place.get(1))));
    JsonNode check = stack.api.check(study, "replay");

    assertThat(differences(check)).anySatisfy(found -> assertThat(found).contains(sentence));
    assertThat(differences(check)).allSatisfy(found -> assertThat(found).contains(place.get(0)));
    assertThat(check.path("different").asInt()).as(check.toString()).isOne();
    assertThat(check.path("missing").asInt())
        .isEqualTo(sentence.contains("no recorded answer") ? 1 : 0);
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }

  @Test
  void a_study_that_is_not_finished_is_not_replayed() {
    String study =
        stack.api.submit(
            Stack.study("going", "recorded", Map.of("conditions", "[closed-book]", "seeds", "[9]")),
            List.of(Concepts.concept("going", "x")));
    stack.api.awaitFinished(study);
    stack.change("update study set state = 'PAUSED' where id = " + quoted(study));

    assertThatThrownBy(() -> stack.api.check(study, "replay"))
        .hasMessageContaining("409")
        .hasMessageContaining("only a finished study can be replayed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update call set choices = '{1,1,1}' where key = $C          | the choices [1, 1, 1] are recorded, and [0, 1, 0] are read now
          update call set format_error = 'Bad.' where key = $C        | its answer was unreadable (Bad.) as a whole, and is readable now
          update call set reply = null where key = $C                 | has a grade and no answer
          update call set grader = 'earlier' where key = $C           |
          """)
  void every_grade_is_reproduced_and_a_changed_one_found_out(String change, String sentence) {
    String study =
        run(
            "graded-" + Integer.toHexString(change.hashCode()),
            "recorded",
            Map.of("conditions", "[closed-book, full-context]", "fresh", "true"));
    JsonNode same = stack.api.check(study, "regrade");
    assertThat(same.path("state").asText()).as(same.toString()).isEqualTo("done");
    assertThat(same.path("done").asInt()).isEqualTo(6);
    assertThat(same.path("different").asInt()).as(same.toString()).isZero();
    String call =
        stack.query("select call from step where study = " + quoted(study)).getFirst().getFirst();

    stack.change(change.replace("$C", quoted(call)));
    JsonNode check = stack.api.check(study, "regrade");

    if (sentence == null) {
      assertThat(check.path("different").asInt()).isZero();
      assertThat(check.path("notes").path(0).asText())
          .contains("Some sheets were graded by earlier and are graded by");
    } else {
      assertThat(differences(check)).hasSize(1).first().asString().contains(call, sentence);
      assertThat(check.path("different").asInt()).isOne();
    }
    assertThat(check.path("done").asInt()).isEqualTo(6);
  }

  @Test
  void a_plan_says_exactly_how_many_calls_are_new_and_about_what_they_take() {
    String small =
        Stack.study("small", "counting", Map.of("conditions", ALL, "turns", "2", "seeds", "[1]"));
    String extended =
        Stack.study(
            "extended",
            "counting",
            Map.of("conditions", ALL, "turns", "3", "seeds", "[1, 2]", "budget", "{calls: 10}"));
    List<Concept> concepts = Concepts.some(3);

    JsonNode before = stack.api.plan(small, concepts);
    stack.api.awaitFinished(stack.api.submit(small, concepts));
    int made = stub.requests("counting").size();
    assertThat(calls(before, "new")).isEqualTo(made);
    assertThat(calls(before, "recorded")).isZero();
    assertThat(before.path("lines").findValuesAsText("kind"))
        .containsExactly("LESSON", "QUESTION", "ANSWER", "SHEET", "BOUND_SHEET");
    assertThat(before.path("lines")).allMatch(line -> line.at("/basis/calls").asInt() == 0);
    assertThat(before.path("budget").isNull()).isTrue();

    JsonNode after = stack.api.plan(small, concepts);
    assertThat(calls(after, "recorded")).isEqualTo(made);
    assertThat(calls(after, "new")).isZero();
    assertThat(after.at("/totals/cost").asDouble()).isZero();
    assertThat(after.at("/totals/cost_at_most").asDouble()).isZero();

    JsonNode more = stack.api.plan(extended, concepts);
    assertThat(more.at("/budget/exceeded").asText()).isEqualTo("10 calls");
    String study = stack.api.submit(extended.replace("budget: {calls: 10}", ""), concepts);
    stack.api.awaitFinished(study);
    int further = stub.requests("counting").size() - made;
    assertThat(calls(more, "new")).isEqualTo(further);
    assertThat(calls(more, "recorded")).isEqualTo(calls(more, "planned") - further);

    JsonNode spent = spent(study);
    double input = spent.path("input").asDouble();
    double output = spent.path("output").asDouble();
    assertThat(more.path("lines")).allMatch(line -> line.at("/basis/calls").asInt() > 0);
    assertThat(more.at("/totals/tokens/input").asDouble()).isCloseTo(input, within(0.1 * input));
    assertThat(more.at("/totals/tokens/output").asDouble()).isCloseTo(output, within(0.1 * output));
    double cost = (input * 1000 + output * 2000) / 1e6;
    assertThat(more.at("/totals/cost").asDouble()).isCloseTo(cost, within(0.1 * cost));
    assertThat(more.at("/totals/cost_at_most").asDouble()).isGreaterThan(cost);
    assertThat(more.at("/totals/tokens_at_most/input").asDouble()).isGreaterThan(input);
    assertThat(more.at("/totals/tokens_at_most/output").asDouble()).isGreaterThan(output);
    assertThat(before.at("/totals/cost_at_most").asDouble())
        .isGreaterThan(before.at("/totals/cost").asDouble());
  }

  /** What the attempts took that were made for a study. */
  private static JsonNode spent(String study) {
    List<String> row =
        stack
            .query(
                "select sum(input_tokens), sum(output_tokens) from attempt where study = "
                    + quoted(study))
            .getFirst();
    return Api.json("{\"input\":%s,\"output\":%s}".formatted(row.get(0), row.get(1)));
  }

  private static int calls(JsonNode plan, String which) {
    return plan.at("/totals/calls").path(which).asInt();
  }

  @Test
  void a_prompt_is_never_larger_than_its_size_says() {
    List<Concept> concepts =
        List.of(
            Concepts.concept("plain", "A context in plain words, {{not}} a template."),
            Concepts.concept("letters", "Größe, naïveté, 日本語, 🙂."),
            image("picture"));
    CONDITIONS.stream()
        .map(
            condition ->
                stack.api.submit(
                    Stack.study(
                        "sizes",
                        condition,
                        Map.of("conditions", "[" + condition + "]", "turns", "2")),
                    concepts))
        .toList()
        .forEach(stack.api::awaitFinished);
    Map<String, PromptSize> sizes = new HashMap<>();
    Map<String, String> kinds = new HashMap<>();
    requests()
        .filter(request -> CONDITIONS.contains(request.head().model()))
        .forEach(
            request -> {
              String key = request.head().model() + request.head().sampling().seed();
              sizes.put(key, PromptSize.of(request));
              kinds.put(key, request.getClass().getSimpleName());
            });
    assertThat(kinds.values())
        .contains("AskQuestion", "SitQuiz", "AnswerQuestion", "WriteLesson", "SitQuizWithContext");

    for (String condition : CONDITIONS) {
      assertThat(stub.requests(condition))
          .isNotEmpty()
          .allSatisfy(
              request -> {
                String key = condition + request.body().path("seed").asText();
                int bytes =
                    request.texts().stream()
                        .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
                assertThat(sizes.get(key).bytes())
                    .as(kinds.get(key))
                    .isBetween((long) bytes, (long) (bytes * 1.1) + 10);
                assertThat(request.body().path("messages").size())
                    .isLessThanOrEqualTo(sizes.get(key).messages());
                assertThat(request.body().findValues("image_url"))
                    .hasSize(sizes.get(key).images())
                    .allMatch(image -> image.path("detail").asText().equals("low"));
              });
    }
  }

  private static Stream<ModelRequest> requests() {
    return Stream.concat(
        Records.all(stack.local.kafka(), "interact\\.student\\..*\\.requests").stream()
            .map(text -> read(text, StudentRequest.class)),
        Records.all(stack.local.kafka(), "interact\\.teacher\\..*\\.requests").stream()
            .map(text -> read(text, TeacherRequest.class)));
  }

  private static <T extends ModelRequest> T read(String text, Class<T> type) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8), type);
  }

  private static Concept image(String id) {
    Concept text = Concepts.concept(id, "x");
    return new Concept(
        id,
        "images",
        text.title(),
        null,
        new Concept.Image("image/png", new byte[] {1, 2, 3}),
        text.quiz(),
        null,
        null,
        Map.of());
  }
}
