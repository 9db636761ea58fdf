package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.interact.study.Concept;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the student's side must never see is marked, and then looked for in all that it saw. */
class BarrierTest {
  private static final String CONTEXT = "CANARY-OF-THE-CONTEXT";
  private static final String TITLE = "CANARY-OF-THE-TITLE";
  private static final String KEY = "CANARY-OF-THE-KEY";
  private static final String RIGHT = "the right one";

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;

  @BeforeAll
  static void runAStudyWithCanaries() throws IOException {
    stub = new ModelStub();
    ModelStub.Behaviour answers = stub.answers(Duration.ZERO);
    stack = Stack.withModels(data, stub.model("pupil", answers), stub.model("master", answers));
    String study =
        stack.api.submit(
            """
            name: canary
            concepts: [test.jsonl]
            conditions: [closed-book, static-lesson, dynamic, dynamic-with-lesson]
            turns: 2
            students: [pupil]
            teachers: [master]
            """,
            List.of(marked("one"), marked("two")));
    assertThat(stack.api.awaitFinished(study).path("dialogues").path("finished").asInt())
        .isEqualTo(8);
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static Concept marked(String id) {
    return new Concept(
        id,
        "story",
        TITLE,
        "Once upon a time. " + CONTEXT + " The end.",
        null,
        List.of(
            new Concept.QuizItem(
                "e1",
                null,
                "Which one?",
                List.of("a wrong one", RIGHT, "another wrong one"),
                1,
                Map.of("explanation", TextNode.valueOf(KEY)))),
        null,
        null,
        Map.of());
  }

  @Test
  void no_request_to_a_student_holds_a_context_a_title_or_a_key() {
    List<String> requests = Records.all(stack.local.kafka(), "interact\\.student\\..*\\.requests");

    assertThat(requests).hasSizeGreaterThanOrEqualTo(20);
    assertThat(requests).noneMatch(text -> text.contains("CANARY"));
    assertThat(requests)
        .noneMatch(text -> text.contains("\"key\"") || text.contains("\"answer\":1"));
  }

  @Test
  void no_student_model_is_shown_any_of_it() {
    assertThat(stub.requests("pupil")).hasSizeGreaterThanOrEqualTo(20);
    assertThat(stub.requests("pupil"))
        .noneMatch(request -> request.body().toString().contains("CANARY"));
  }

  @Test
  void the_teacher_is_shown_the_context_but_no_quiz() {
    assertThat(stub.requests("master"))
        .hasSizeGreaterThanOrEqualTo(8)
        .allMatch(request -> request.body().toString().contains(CONTEXT))
        .noneMatch(request -> request.body().toString().contains(RIGHT))
        .noneMatch(request -> request.body().toString().contains(KEY));
  }

  @Test
  void the_options_of_an_item_stand_in_the_same_order_everywhere() {
    List<String> sheets =
        stub.requests("pupil").stream()
            .filter(ModelStub.Request::isQuiz)
            .map(ModelStub.Request::lastMessage)
            .map(text -> text.substring(text.indexOf("A) ")))
            .distinct()
            .toList();

    assertThat(sheets).as("one order for each of the two concepts at most").hasSizeBetween(1, 2);
  }

  @Test
  void records_carry_no_trace_where_none_is_wanted() {
    assertThat(Records.headers(stack.local.kafka(), "interact\\..*")).isSubsetOf("content-type");
  }

  @Test
  void replies_of_students_and_their_logs_hold_none_of_it() throws IOException {
    assertThat(Records.all(stack.local.kafka(), "interact\\.replies"))
        .noneMatch(text -> text.contains("CANARY"));
    for (var process : stack.local.processes()) {
      if (java.nio.file.Files.exists(process.log())) {
        assertThat(process.log()).content().doesNotContain("CANARY");
      }
    }
  }
}
