package dev.interact.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.contracts.presence.Heartbeat;
import dev.interact.contracts.quiz.AnsweredSheet;
import dev.interact.contracts.quiz.GradeSheets;
import dev.interact.contracts.quiz.GradedSheet;
import dev.interact.contracts.quiz.Mark;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.contracts.reply.Usage;
import dev.interact.contracts.student.Sheet;
import dev.interact.contracts.student.StudentPrompt;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.contracts.teacher.Material;
import dev.interact.contracts.teacher.QuizOrder;
import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.contracts.teacher.TeacherRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
  private static final Head HEAD =
      new Head("a", "c", "d", "w", "m", new Sampling(0.7, 10, 3), new Origin("study", 2, "answer"));
  private static final StudentPrompt STUDENT =
      new StudentPrompt("s", "g", "q", List.of(new Example("u", "a")));
  private static final TeacherPrompt TEACHER = new TeacherPrompt("s", null, List.of());
  private static final Sheet SHEET =
      new Sheet(List.of(new Sheet.Item("e1", "Wer? 漢 \u2028", List.of("x", "y"))));
  private static final List<Exchange> TURNS = List.of(new Exchange("q", "a"));

  /** Each message with its tag on the wire, which must not change. */
  static Stream<Arguments> messages() {
    return Stream.of(
        message(
            StudentRequest.class,
            "ask-question",
            new StudentRequest.AskQuestion(HEAD, STUDENT, "l", TURNS, "i")),
        message(
            StudentRequest.class,
            "sit-quiz",
            new StudentRequest.SitQuiz(HEAD, STUDENT, null, TURNS, "h", SHEET, "e")),
        message(
            TeacherRequest.class,
            "answer-question",
            new TeacherRequest.AnswerQuestion(HEAD, TEACHER, Material.of("t"), TURNS, "q")),
        message(
            TeacherRequest.class,
            "write-lesson",
            new TeacherRequest.WriteLesson(HEAD, TEACHER, Material.of("t"))),
        message(
            TeacherRequest.class,
            "sit-with-context",
            new TeacherRequest.SitQuizWithContext(HEAD, TEACHER, Material.of("t"), SHEET, null)),
        message(
            TeacherRequest.class,
            "write-quiz",
            new TeacherRequest.WriteQuiz(
                HEAD,
                TEACHER,
                Material.of("t"),
                new QuizOrder(
                    List.of(new QuizOrder.OfLevel("easy", 1)), 4, List.of("a"), List.of("p")))),
        message(
            TeacherRequest.class,
            "judge-items",
            new TeacherRequest.JudgeItems(HEAD, TEACHER, Material.of("t"), SHEET, List.of(1), "e")),
        message(
            GradeSheets.class,
            null,
            new GradeSheets("b", "w", List.of(new AnsweredSheet("c", SHEET, List.of(1), "1. B")))),
        message(
            Reply.class,
            "modelled",
            new Reply.Modelled(
                "w", "a", "c", 12, new Outcome.Completed("t", true, new Usage(1, 2), "f"))),
        message(
            Reply.class,
            "modelled",
            new Reply.Modelled("w", "a", "c", 12, new Outcome.RateLimited(7L, "r"))),
        message(
            Reply.class,
            "modelled",
            new Reply.Modelled(
                "w", "a", "c", 12, new Outcome.Transient("r", Usage.NONE, "<html>"))),
        message(
            Reply.class,
            "modelled",
            new Reply.Modelled("w", "a", "c", 12, new Outcome.Rejected("r", null, null))),
        message(Reply.class, "handed-back", new Reply.HandedBack("w", "a")),
        message(
            Reply.class,
            "graded",
            new Reply.Graded(
                "w",
                "b",
                List.of(new GradedSheet("c", List.of(new Mark("e1", null, false)), "e", "v")))),
        message(
            Heartbeat.class,
            "worker",
            new Heartbeat.OfWorker(
                "w",
                Role.QUIZ,
                "p",
                3,
                List.of("a"),
                List.of(1),
                List.of("n"),
                Map.of("m", "why"),
                true)),
        message(Heartbeat.class, "orchestrator", new Heartbeat.OfOrchestrator("o")));
  }

  private static Arguments message(Class<?> type, String kind, Object message) {
    return Arguments.of(type, kind, message);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_message_is_read_back_as_it_was_written(Class<?> type, String kind, Object message) {
    byte[] bytes = Json.write(message);

    assertThat(Json.read(bytes, type)).isEqualTo(message);
    if (kind != null) {
      assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\"kind\":\"" + kind + "\"");
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_field_that_a_later_version_adds_is_passed_over(
      Class<?> type, String kind, Object message) {
    String text = new String(Json.write(message), StandardCharsets.UTF_8);
    String later = text.substring(0, text.length() - 1) + ",\"new_field\":{\"x\":[1]}}";

    assertThat(Json.read(later.getBytes(StandardCharsets.UTF_8), type)).isEqualTo(message);
  }

  @Test
  void an_image_keeps_its_bytes() {
    Material image = new Material(null, "image/png", new byte[] {0, -1, 127, -128});
    Material read =
        ((TeacherRequest.WriteLesson)
                Json.read(
                    Json.write(new TeacherRequest.WriteLesson(HEAD, TEACHER, image)),
                    TeacherRequest.class))
            .material();

    assertThat(read.image()).isEqualTo(image.image());
    assertThat(read.mediaType()).isEqualTo("image/png");
  }

  @Test
  void what_is_no_message_is_refused_without_quoting_it() {
    assertThatThrownBy(
            () ->
                Json.read(
                    "{\"kind\":\"secret text\"}".getBytes(StandardCharsets.UTF_8), Reply.class))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageStartingWith("not a Reply: ")
        .hasMessageNotContaining("secret");
    List.of("\u0001", "null", "{\"kind\":\"modelled\",\"attempt\":\"a\",\"call\":\"c\"}", "[]", "")
        .forEach(
            text ->
                assertThatThrownBy(
                        () -> Json.read(text.getBytes(StandardCharsets.UTF_8), Reply.class))
                    .as(text)
                    .isInstanceOf(UnreadableMessage.class));
    assertThatThrownBy(() -> Json.read(null, Reply.class)).isInstanceOf(UnreadableMessage.class);
  }

  @Test
  void a_dead_letter_is_read_from_its_headers() {
    DeadLetter letter =
        new DeadLetter("t", 1, 1L << 40, "não", "w", Instant.parse("2026-11-21T08:00:00.5Z"));
    Map<String, String> more = new HashMap<>(letter.headers());
    more.put("other", "x");

    assertThat(DeadLetter.of(more)).isEqualTo(letter);
    assertThat(letter.place()).isEqualTo("t-1@1099511627776");
    for (String header : letter.headers().keySet()) {
      Map<String, String> fewer = new HashMap<>(letter.headers());
      fewer.remove(header);
      assertThatThrownBy(() -> DeadLetter.of(fewer))
          .isInstanceOf(UnreadableMessage.class)
          .hasMessage("not a DeadLetter: no header '" + header + "'");
    }
    assertThatThrownBy(
            () -> DeadLetter.of(Map.of("topic", "t", "partition", "1", "offset", "secret")))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void ids_tell_parts_apart() {
    assertThat(Hash.id("ab", "c"))
        .hasSize(32)
        .isEqualTo(Hash.id("ab", "c"))
        .isNotEqualTo(Hash.id("a", "bc"))
        .isNotEqualTo(Hash.id("ab", "c", null));
    assertThat(Hash.id("x", null)).isNotEqualTo(Hash.id("x", ""));
    assertThat(Hash.seed("x")).isNotNegative();
  }
}
