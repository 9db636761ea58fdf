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
