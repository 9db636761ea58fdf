package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.study.Concept;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forks, strategies, styles and draws, from the study file to the results. */
class ExperimentsTest {
  private static final String FORKS =
      """
      [{kind: borrowed-trace, framing: [own, observed]}, {kind: self-borrowed}, {kind: yoked},
       {kind: prefix-swap, at: [2]}, {kind: lecture},
       {kind: fixed-questions, questions: ['What is it?', 'Who is it?', 'Why?']}, {kind: concat},
       {kind: candidates, at: [2]}]
      """
          .replace("\n", " ");
  private static final List<Concept> CONCEPTS = Concepts.some(2);

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
            stub.model("one", good),
            stub.model("two", good),
            stub.model("master", good),
            stub.model("left", good),
            stub.model("right", good),
            stub.model("teller", good),
            stub.model("chooser", wavers(good)),
            stub.model("thinker", good),
            stub.model("stopper", stops(good)));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  /** Stops when it may, and asks when it must. */
  private static ModelStub.Behaviour stops(ModelStub.Behaviour quiz) {
    ModelStub.Behaviour stop = ModelStub.says("CONFIDENCE: 90\nSTOP");
    ModelStub.Behaviour ask = ModelStub.says("CONFIDENCE: 40\nQUESTION: What is it?");
    return (exchange, request) -> {
      ModelStub.Behaviour talk = request.lastMessage().contains("STOP") ? stop : ask;
      (request.isQuiz() ? quiz : talk).answer(exchange, request);
    };
  }

  /** Answers a trial sheet, which has one item, by what it has heard. */
  private static ModelStub.Behaviour wavers(ModelStub.Behaviour otherwise) {
    return (exchange, request) -> {
      boolean isTrial = request.isQuiz() && items(request) == 1;
      int letter = Math.floorMod(request.body().toString().hashCode(), 4);
      (isTrial ? ModelStub.says("1. " + "ABCD".charAt(letter)) : otherwise)
          .answer(exchange, request);
    };
  }

  private static long items(ModelStub.Request quiz) {
    return quiz.lastMessage().split("Question ", -1).length - 1;
  }

  private static Map<String, String> settings(String... more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "conditions", "[dynamic]",
                "turns", "3",
                "draws", "{dialogue: 2}",
                "teachers", "[master]"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private static String run(String name, String students, Map<String, String> settings) {
    String study = stack.api.submit(Stack.study(name, students, settings), CONCEPTS);
    JsonNode status = stack.api.awaitFinished(study);
    assertThat(status.path("dialogues").path("failed").asInt()).as(status.toString()).isZero();
    return study;
  }

  private static List<JsonNode> dialogues(String study) {
    return stack.api.transcripts(study).lines().map(Api::json).toList();
  }

  private static Stream<JsonNode> of(List<JsonNode> dialogues, String condition) {
    return dialogues.stream().filter(d -> d.path("condition").asText().equals(condition));
  }

  private static String question(JsonNode dialogue, int turn) {
    return dialogue.path("turns").path(turn - 1).path("question").asText();
  }

  private static String answer(JsonNode dialogue, int turn) {
    return dialogue.path("turns").path(turn - 1).path("answer").asText();
  }

  @Test
  void every_fork_takes_over_its_part_and_no_request_is_made_twice() {
    String plain = run("plain", "left, right", settings("teachers", "[teller]"));
    assertThat(stub.requests("teller")).hasSize(2 * 2 * 2 * 3);

    String forked = run("forked", "left, right", settings("teachers", "[teller]", "forks", FORKS));

    List<JsonNode> all = dialogues(forked);
    Map<String, JsonNode> byId =
        all.stream().collect(Collectors.toMap(d -> d.path("dialogue").asText(), d -> d));
    assertThat(of(all, "borrowed-trace")).hasSize(16).allSatisfy(d -> assertRead(d, byId));
    assertThat(of(all, "self-borrowed")).hasSize(8).allSatisfy(d -> assertRead(d, byId));
    assertThat(of(all, "concat")).hasSize(8).allSatisfy(d -> assertRead(d, byId));
    assertThat(of(all, "yoked"))
        .hasSize(8)
        .allSatisfy(
            d -> {
              JsonNode donor = byId.get(d.path("donor").asText());
              assertThat(question(d, 3)).isEqualTo(question(donor, 3));
              assertThat(answer(d, 1)).isNotEqualTo(answer(donor, 1));
            });
    assertThat(of(all, "prefix-swap"))
        .hasSize(8)
        .allSatisfy(
            d -> {
              JsonNode donor = byId.get(d.path("donor").asText());
              assertThat(answer(d, 2)).isEqualTo(answer(donor, 2));
              assertThat(question(d, 3)).isNotEmpty().isNotEqualTo(question(donor, 3));
            });
    assertThat(of(all, "lecture"))
        .hasSize(8)
        .allSatisfy(d -> assertThat(question(d, 1)).contains("about 7 words"));
    assertThat(of(all, "fixed-questions"))
        .hasSize(8)
        .allSatisfy(d -> assertThat(question(d, 3)).isEqualTo("Why?"));
    assertThat(of(all, "candidates")).hasSize(24).allSatisfy(d -> assertCandidate(d, byId));
    assertThat(of(all, "candidates").map(d -> question(d, 2)).distinct()).hasSize(24);
    assertThat(dialogues(plain).stream().map(d -> answer(d, 3)))
        .containsExactlyInAnyOrderElementsOf(of(all, "dynamic").map(d -> answer(d, 3)).toList());
    assertNothingTwice("left", "right", "teller");
  }

  private static void assertRead(JsonNode dialogue, Map<String, JsonNode> all) {
    JsonNode donor = all.get(dialogue.path("donor").asText());
    assertThat(dialogue.path("turns")).isEqualTo(donor.path("turns")).hasSize(3);
    assertThat(donor.path("dialogue")).isNotEqualTo(dialogue.path("dialogue"));
  }

  private static void assertCandidate(JsonNode dialogue, Map<String, JsonNode> all) {
    JsonNode donor = all.get(dialogue.path("donor").asText());
    assertThat(dialogue.path("turns")).hasSize(2);
    assertThat(answer(dialogue, 1)).isEqualTo(answer(donor, 1));
    if (dialogue.path("candidate").asInt() == 0) {
      assertThat(question(dialogue, 2)).as("its own first").isEqualTo(question(donor, 2));
    }
  }

  /** Two requests of the same bytes would be the same call, paid twice. */
  private static void assertNothingTwice(String... models) {
    for (String model : models) {
      assertThat(stub.requests(model).stream().map(request -> request.body().toString()))
          .as(model)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void a_study_that_is_extended_by_a_condition_calls_for_that_condition_alone() {
    Map<String, String> wide = settings("students", "[two]", "turns", "2", "fresh", "false");
    run("narrow", "two", wide);
    Map<String, Long> before = stub.counts();

    wide.put("conditions", "[dynamic, static-lesson]");
    wide.put("lesson_authors", "[master]");
    run("narrow", "two", wide);

    Map<String, Long> after = stub.counts();
    assertThat(after.get("master") - before.get("master")).as("lessons").isEqualTo(2);
    assertThat(after.get("two") - before.get("two")).as("sheets").isEqualTo(2);
  }

  @Test
  void what_selects_questions_never_sees_what_is_reported() {
    String study =
        run(
            "selecting",
            "chooser",
            settings("strategies", "[outcome]", "asking", "{candidates: 2}", "turns", "2"));

    List<JsonNode> dialogues = dialogues(study);
    assertThat(dialogues).hasSize(4);
    for (JsonNode dialogue : dialogues) {
      assertThat(dialogue.path("candidates")).hasSize(4);
      assertThat(dialogue.path("turns")).hasSize(2);
      for (JsonNode candidate : dialogue.path("candidates")) {
        assertThat(candidate.path("items").asInt()).isEqualTo(1);
        if (candidate.path("chosen").asBoolean()) {
          assertThat(question(dialogue, candidate.path("turn").asInt()))
              .isEqualTo(candidate.path("question").asText());
        }
      }
    }
    Set<Long> items =
        stub.requests("chooser").stream()
            .filter(ModelStub.Request::isQuiz)
            .map(ExperimentsTest::items)
            .collect(Collectors.toSet());
    assertThat(items)
        .as("two of three items are reported, one selects")
        .containsExactlyInAnyOrder(1L, 2L);
    assertThat(stack.api.answers(study).lines().map(Api::json))
        .allSatisfy(line -> assertThat(line.path("half").asText()).isEqualTo("reported"));
    assertThat(stack.api.summary(study).path("cells").path(0).path("reported_half")).hasSize(3);
    assertThat(stack.api.preferences(study).lines().map(Api::json))
        .isNotEmpty()
        .allSatisfy(pair -> assertAsked(pair.path("prompt")));
  }

  /** A chat is one that the student was asked in, word by word. */
  private static void assertAsked(JsonNode prompt) {
    List<String> texts = prompt.findValuesAsText("content");
    assertThat(stub.requests("chooser").stream().map(ModelStub.Request::texts)).contains(texts);
  }

  @Test
  void strategies_and_styles_are_arms_of_their_own() {
    String study =
        run(
            "thinking",
            "thinker",
            settings(
                "strategies",
                "[plain, novelty, gap, visual]",
                "styles",
                "[full, retrieval, terse]"));

    assertThat(stack.api.summary(study).path("cells")).hasSize(12);
    assertThat(stub.requests("thinker"))
        .anyMatch(request -> request.lastMessage().contains("propose 3 different questions"));
    assertThat(stub.requests("master").stream().map(request -> request.body().toString()))
        .anyMatch(body -> body.contains("Answer in as few words as you can"));
  }

  @Test
  void a_student_may_stop_after_the_least_number_of_turns() {
    String study =
        run(
            "stopping",
            "stopper",
            settings(
                "strategies",
                "[ask-or-stop]",
                "asking",
                "{min_turns: 1}",
                "forks",
                "[{kind: candidates, at: [3]}, {kind: fixed-questions, questions: ['Who?', 'Why?']}]"));

    assertThat(of(dialogues(study), "dynamic"))
        .hasSize(4)
        .allMatch(d -> d.path("turns").size() == 1)
        .allMatch(d -> d.path("stop").asText().equals("CONFIDENCE: 90\nSTOP"))
        .allMatch(d -> question(d, 1).equals("What is it?"))
        .extracting(d -> d.path("turns").path(0))
        .allMatch(t -> t.path("said").asText().equals("CONFIDENCE: 40\nQUESTION: What is it?"))
        .allMatch(t -> t.path("confidence").asInt() == 40)
        .allMatch(t -> t.path("novelty").asDouble() == 1);
    assertThat(of(dialogues(study), "dynamic").findFirst().orElseThrow().path("sheets"))
        .hasSize(2)
        .allMatch(sheet -> sheet.path("kind").asText().equals("sit"));
    JsonNode cells = stack.api.summary(study).path("cells");
    JsonNode cell = cells.path(0);
    assertThat(cell.path("turns").asDouble()).isEqualTo(1);
    assertThat(cell.path("curve")).as("what it knew at its end").hasSize(4);
    assertThat(cell.path("curve").path(3).path("accuracy"))
        .isEqualTo(cell.path("curve").path(1).path("accuracy"));
    assertThat(cells.path(1).path("condition").asText()).isEqualTo("fixed-questions");
    assertThat(cells.path(1).path("turns").asDouble()).isEqualTo(2);
    assertThat(cells.path(1).path("curve")).hasSize(3);
    assertThat(cells.path(2).path("condition").asText()).isEqualTo("candidates");
    assertThat(cells.path(2).path("turns").asDouble()).isEqualTo(1);
    assertThat(cells.path(2).path("curve")).as("nothing was asked at turn 3").hasSize(3);
  }

  @Test
  void sheets_are_sampled_for_pass_at_k() {
    String study =
        run(
            "sampled",
            "one",
            settings(
                "conditions", "[closed-book]", "temperature", "{quiz: 1}", "draws", "{sheet: 4}"));

    JsonNode points = stack.api.summary(study).path("cells").path(0).path("pass_at");
    assertThat(points).hasSize(3);
    assertThat(points.path(0).path("chance").asDouble()).isEqualTo(0.25);
    assertThat(points.path(2).path("k").asInt()).isEqualTo(4);
    assertThat(stack.api.answers(study).lines()).hasSize(2 * 3 * 4);
  }

  @Test
  void answers_at_temperature_0_are_sat_again_and_flips_counted() {
    String study =
        run("retested", "two", settings("conditions", "[full-context, dynamic]", "retest", "1"));

    JsonNode flips = stack.api.summary(study).path("flips");
    assertThat(flips).hasSize(1);
    int sheets = 1 + 1 + 2 * 3;
    assertThat(flips.path(0).path("items").asInt())
        .as("both draws share turn 0, which counts once")
        .isEqualTo(2 * sheets * 3);
    assertThat(flips.path(0).path("flipped").asInt()).as("the stub never wavers").isZero();
  }
}
