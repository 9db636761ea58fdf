package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.study.Concept;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies of uncommon shape. */
class StudyShapesTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final int MEGABYTE = 1024 * 1024;

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    ModelStub.Behaviour good = stub.answers(Duration.ofMillis(20));
    stack =
        Stack.withModels(
            data,
            stub.model("items", good),
            stub.model("large", good),
            stub.model("shared", good),
            stub.model("slow", stub.answers(Duration.ofMillis(300)), "concurrency: 2"));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  @Test
  void in_item_mode_each_item_is_a_call_of_its_own() {
    String study =
        stack.api.submit(
            Stack.study(
                "items", "items", Map.of("conditions", "[closed-book]", "quiz", "{mode: item}")),
            Concepts.some(2));
    stack.api.awaitFinished(study);

    assertThat(stub.requests("items")).hasSize(6);
    assertThat(stub.requests("items"))
        .allMatch(request -> request.lastMessage().split("Question", -1).length == 2);
    assertThat(stack.api.answers(study).lines())
        .hasSize(6)
        .allMatch(line -> line.contains("\"quiz_mode\":\"item\""));
  }

  @Test
  void a_context_of_twelve_megabytes_reaches_the_teacher_whole() {
    StringBuilder text = new StringBuilder();
    while (text.length() < 12 * MEGABYTE) {
      text.append(Long.toHexString(ThreadLocalRandom.current().nextLong())).append(' ');
    }
    Concept large = Concepts.concept("large", text.toString().strip());
    String study =
        stack.api.submit(
            Stack.study("large", "large", Map.of("conditions", "[dynamic]", "turns", "1")),
            List.of(large));

    assertThat(stack.api.awaitFinished(study).path("dialogues").path("finished").asInt())
        .isEqualTo(1);
    assertThat(stub.requests("large"))
        .anyMatch(request -> request.body().toString().contains(large.context()));
  }

  @Test
  void a_paused_study_makes_no_calls_until_it_is_resumed() {
    String study =
        stack.api.submit(
            Stack.study("pausing", "slow", Map.of("conditions", "[dynamic]", "turns", "3")),
            Concepts.some(3));
    stack.api.awaitAnswered(study, 2);

    stack.api.pause(study);
    await()
        .atMost(CEILING)
        .until(() -> stack.count("select count(*) from attempt where status = 'SENT'") == 0);
    int requests = stub.requests("slow").size();
    String other =
        stack.api.submit(
            Stack.study("meanwhile", "items", Map.of("conditions", "[closed-book]")),
            Concepts.some(1));
    stack.api.awaitFinished(other);
    assertThat(stub.requests("slow")).as("while another study ran").hasSize(requests);
    assertThat(stack.api.status(study).path("state").asText()).isEqualTo("paused");

    stack.api.resume(study);
    assertThat(stack.api.awaitFinished(study).path("dialogues").path("finished").asInt())
        .isEqualTo(3);
    assertThat(stub.requests("slow")).hasSize(3 * (2 * 3 + 4));
  }

  @Test
  void a_study_whose_last_replies_come_while_it_is_paused_is_finished_all_the_same() {
    stub.ration().hold();
    String study =
        stack.api.submit(
            Stack.study(
                "last-replies", "slow", Map.of("conditions", "[closed-book]", "turns", "4")),
            List.of(Concepts.concept("last-1", "x"), Concepts.concept("last-2", "y")));
    await().atMost(CEILING).until(() -> !sent("slow").isEmpty());

    stack.api.pause(study);
    stub.ration().lift();

    await()
        .atMost(CEILING)
        .until(() -> stack.api.status(study).path("calls").path("done").asInt() >= 1);
    stack.api.resume(study);
    assertThat(stack.api.awaitFinished(study).path("dialogues").path("finished").asInt())
        .isEqualTo(2);
  }

  private static List<List<String>> sent(String model) {
    return stack.query("select id from attempt where status = 'SENT' and model = '" + model + "'");
  }

  @Test
  void a_corrected_key_gives_other_marks_for_the_same_answers() {
    Concept wrong = Concepts.concept("keyed", "Something.");
    String yaml = Stack.study("keyed", "items", Map.of("conditions", "[closed-book]"));
    String before = stack.api.submit(yaml, List.of(wrong));
    stack.api.awaitFinished(before);
    int requests = stub.requests("items").size();

    Concept corrected =
        new Concept(
            wrong.id(),
            wrong.domain(),
            wrong.title(),
            wrong.context(),
            null,
            wrong.quiz().stream().map(StudyShapesTest::withOtherKey).toList(),
            null,
            null,
            Map.of());
    String after = stack.api.submit(yaml, List.of(corrected));
    stack.api.awaitFinished(after);

    assertThat(after).isNotEqualTo(before);
    assertThat(stub.requests("items")).as("the answers are there").hasSize(requests);
    List<JsonNode> marks = answers(before);
    List<JsonNode> newMarks = answers(after);
    for (int i = 0; i < marks.size(); i++) {
      int choice = marks.get(i).path("choice").asInt();
      assertThat(newMarks.get(i).path("choice").asInt()).isEqualTo(choice);
      assertThat(marks.get(i).path("correct").asBoolean()).isEqualTo(choice == 0);
      assertThat(newMarks.get(i).path("correct").asBoolean()).isEqualTo(choice == 1);
    }
  }

  private static Concept.QuizItem withOtherKey(Concept.QuizItem item) {
    return new Concept.QuizItem(
        item.id(), item.level(), item.question(), item.options(), 1, Map.of());
  }

  private static List<JsonNode> answers(String study) {
    return stack.api.answers(study).lines().map(Api::json).toList();
  }

  @Test
  void a_study_extended_pays_only_for_what_is_new() {
    List<Concept> concepts = Concepts.some(2);
    String small =
        stack.api.submit(
            Stack.study(
                "small", "shared", Map.of("conditions", "[dynamic]", "turns", "2", "seeds", "[1]")),
            concepts);
    stack.api.awaitFinished(small);
    int paid = stub.requests("shared").size();
    assertThat(paid).isEqualTo(2 * (2 * 2 + 3));

    String extended =
        stack.api.submit(
            Stack.study(
                "extended",
                "shared",
                Map.of("conditions", "[dynamic, static-lesson]", "turns", "3", "seeds", "[1, 2]")),
            concepts);
    JsonNode status = stack.api.awaitFinished(extended);

    assertThat(status.path("dialogues").path("finished").asInt()).isEqualTo(6);
    int newTurn = 2 * 3;
    int newSeed = 2 * (2 * 3 + 3);
    int lessons = 2 * 2;
    assertThat(stub.requests("shared").size() - paid).isEqualTo(newTurn + newSeed + lessons);
  }

  @Test
  void the_same_study_again_is_reported_at_once() {
    String yaml =
        Stack.study("again", "items", Map.of("conditions", "[closed-book]", "turns", "1"));
    String study = stack.api.submit(yaml, Concepts.some(3));
    stack.api.awaitFinished(study);
    int requests = stub.requests("items").size();

    assertThat(stack.api.submit(yaml + "# a comment\n", Concepts.some(3))).isEqualTo(study);
    assertThat(stack.api.status(study).path("state").asText()).isEqualTo("finished");
    assertThat(stub.requests("items")).hasSize(requests);
  }
}
