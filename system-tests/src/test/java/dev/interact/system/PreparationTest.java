package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.local.Role;
import dev.interact.study.Concept;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Material becomes quizzes by the services, the ledger and the budget that studies have. */
class PreparationTest {
  private static final long SEED = 6_001;
  private static final String RECIPE =
      """
      name: %s
      author: author
      lessons: [steady]
      fresh: true
      rounds: 8
      gates:
        closed_book: {models: [filter], tries: 2}
        with_context: {models: [reader], tries: 2}
        judge: author
      """;

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    Examiner examiner = new Examiner(stub);
    stack =
        Stack.withModels(
            data,
            stub.model("author", examiner.author()),
            stub.model("filter", examiner.student(Examiner::isFamous)),
            stub.model("reader", examiner.student(Examiner::isShown)),
            stub.model("steady", stub.answers(Duration.ZERO)),
            stub.model(
                "refusing",
                stub.first(1, ModelStub.fails(400, "{\"error\":\"no\"}"), examiner.author())));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static List<JsonNode> all(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  private static List<String> questions(JsonNode made) {
    return all(made.at("/prepared/concept/quiz")).stream()
        .map(item -> item.path("question").asText())
        .toList();
  }

  @Test
  void every_item_of_a_quiz_has_passed_every_gate_and_what_was_dropped_says_why() {
    String id = stack.api.prepare(RECIPE.formatted("gates"), Examiner.chronicles(4));
    JsonNode status = stack.api.awaitFinished(id);

    assertThat(status.path("kind").asText()).isEqualTo("preparation");
    assertThat(status.at("/dialogues/finished").asInt()).isEqualTo(4);
    List<JsonNode> made = stack.api.made(id);
    assertThat(made).hasSize(4);
    Set<String> reasons = new HashSet<>();
    for (JsonNode concept : made) {
      assertThat(questions(concept)).hasSize(9).doesNotHaveDuplicates();
      assertThat(questions(concept))
          .noneMatch(question -> question.matches(".*(famous|doubtful|hidden).*"));
      assertThat(all(concept.at("/prepared/lessons"))).hasSize(1);
      all(concept.at("/prepared/dropped"))
          .forEach(dropped -> reasons.add(dropped.path("reason").asText()));
      JsonNode exam = concept.at("/prepared/exams/0");
      assertThat(exam.at("/fresh/answers").asInt()).isEqualTo(18);
      assertThat(exam.at("/fresh/right").asInt()).isZero();
      assertThat(exam.at("/kept/right").asInt()).isZero();
    }
    assertThat(reasons).hasSizeGreaterThanOrEqualTo(3);
    assertThat(
            made.stream().mapToInt(one -> one.at("/prepared/exams/0/before/right").asInt()).sum())
        .isPositive();
  }

  @Test
  void what_is_prepared_again_is_paid_for_once() {
    List<Concept> material = Examiner.chronicles(2);
    String recipe = RECIPE.formatted("again").replace("fresh: true", "fresh: false");
    String first = stack.api.prepare(recipe, material);
    stack.api.awaitFinished(first);
    var requests = stub.counts();

    String second = stack.api.prepare(recipe.replace("name: again", "name: other"), material);
    stack.api.awaitFinished(second);

    assertThat(second).isNotEqualTo(first);
    assertThat(stub.counts()).isEqualTo(requests);
    assertThat(stack.api.prepare(recipe, material)).isEqualTo(first);
    assertThat(stack.api.made(second).stream().map(PreparationTest::questions))
        .isEqualTo(stack.api.made(first).stream().map(PreparationTest::questions).toList());
  }

  @Test
  void a_model_that_sits_closed_book_never_sees_the_context() {
    stack.api.awaitFinished(stack.api.prepare(RECIPE.formatted("barrier"), Examiner.chronicles(2)));

    assertThat(stub.requests("filter")).isNotEmpty();
    assertThat(stub.requests("filter"))
        .noneMatch(request -> String.join("\n", request.texts()).contains("were carried by"));
    assertThat(stub.requests("reader"))
        .allMatch(request -> String.join("\n", request.texts()).contains("were carried by"));
  }

  @Test
  void nothing_is_lost_or_paid_twice_when_services_are_killed() {
    List<Concept> material = Examiner.chronicles(5);
    String calm = stack.api.prepare(RECIPE.formatted("calm"), material);
    stack.api.awaitFinished(calm);
    List<String> undisturbed = new ArrayList<>(questionsOf(calm));

    stub.ration().hold();
    try (Trial trial = Trial.preparing(stack, stub, RECIPE.formatted("killed"), material)) {
      Kills kills = new Kills(trial, SEED);
      kills.run(
          List.of(Role.ORCHESTRATOR, Role.TEACHER, Role.STUDENT),
          3,
          Duration.ofSeconds(2),
          () -> {});
      stub.liftAll();
      trial.assertClean(kills);
      assertThat(questionsOf(trial.study)).isEqualTo(undisturbed);
    } finally {
      stub.liftAll();
    }
  }

  private static List<String> questionsOf(String preparation) {
    return stack.api.made(preparation).stream().flatMap(made -> questions(made).stream()).toList();
  }

  @Test
  void a_cap_pauses_it_and_a_higher_one_lets_it_go_on() {
    String recipe = RECIPE.formatted("capped") + "budget: {calls: 12}\n";
    String id = stack.api.prepare(recipe, Examiner.chronicles(3));
    stack.api.awaitCapped(id);

    assertThat(stack.count("select spent_calls from account where id = 'study/" + id + "'"))
        .isLessThanOrEqualTo(12);
    stack.api.budget(id, "{}");
    stack.api.resume(id);

    assertThat(stack.api.awaitFinished(id).at("/dialogues/finished").asInt()).isEqualTo(3);
  }

  @Test
  void a_concept_whose_author_refuses_fails_with_the_reason_and_can_be_tried_again() {
    String recipe = RECIPE.formatted("refused").replace("author: author", "author: refusing");
    String id = stack.api.prepare(recipe, Examiner.chronicles(1));
    JsonNode status = stack.api.awaitFinished(id);

    assertThat(status.at("/dialogues/failed").asInt()).isEqualTo(1);
    assertThat(status.at("/failures/0/reason").asText()).contains("400");
    assertThat(stack.api.made(id).getFirst().path("failure").asText()).contains("400");

    stack.api.retry(id);

    assertThat(stack.api.awaitFinished(id).at("/dialogues/finished").asInt()).isEqualTo(1);
    assertThat(questions(stack.api.made(id).getFirst())).hasSize(9);
  }

  @Test
  void a_raw_file_can_be_uploaded_and_a_bad_one_says_why() {
    byte[] page =
        "<html><body><nav>Home</nav><article><h1>The ford</h1><p>A heron kept the ford, and asked a button of everyone who crossed it in the year 1803.</p></article></body></html>"
            .getBytes(StandardCharsets.UTF_8);

    JsonNode imported = stack.api.upload("ford.html", "tales", page);

    String hash = imported.at("/concepts/0/hash").asText();
    assertThat(imported.at("/concepts/0/title").asText()).isEqualTo("The ford");
    assertThat(stack.count("select count(*) from concept where hash = '" + hash + "'")).isOne();
    assertThatThrownBy(() -> stack.api.upload("empty.txt", "tales", new byte[0]))
        .hasMessageContaining("422")
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> stack.api.upload("../ford.html", "tales", page))
        .hasMessageContaining("without folders");
    assertThatThrownBy(
            () ->
                stack.api.upload(
                    "cut.pdf", "tales", "%PDF-1.7 cut".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("422");
  }

  @Test
  void what_only_studies_have_is_refused_with_a_sentence() {
    String id = stack.api.prepare(RECIPE.formatted("no-study"), Examiner.chronicles(1));
    stack.api.awaitFinished(id);

    assertThatThrownBy(() -> stack.api.summary(id)).hasMessageContaining("is a preparation");
    assertThatThrownBy(
            () ->
                stack.api.submit(
                    Stack.study("s", "steady", java.util.Map.of("conditions", "[closed-book]")),
                    Examiner.chronicles(1)))
        .hasMessageContaining("has no quiz");
  }
}
