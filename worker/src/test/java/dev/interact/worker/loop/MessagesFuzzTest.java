package dev.interact.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.Json;
import dev.interact.contracts.Role;
import dev.interact.contracts.Sampling;
import dev.interact.contracts.UnreadableMessage;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.contracts.quiz.AnsweredSheet;
import dev.interact.contracts.quiz.GradeSheets;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.contracts.reply.Usage;
import dev.interact.contracts.student.Sheet;
import dev.interact.contracts.student.StudentPrompt;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.contracts.teacher.Material;
import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.contracts.teacher.TeacherRequest;
import dev.interact.worker.garbage.Mutations;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A record is a message or is refused; nothing else comes of reading it. */
class MessagesFuzzTest {
  private static final Head HEAD = new Head("a", "c", "d", "w", "m", new Sampling(0.7, 10, 3));
  private static final Sheet SHEET =
      new Sheet(List.of(new Sheet.Item("e1", "Wer? 漢", List.of("x", "y"))));
  private static final List<Exchange> TURNS = List.of(new Exchange("q", "a"));

  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            StudentRequest.class,
            new StudentRequest.SitQuiz(
                HEAD, new StudentPrompt("s", "g", "q", List.of()), "l", TURNS, null, SHEET, "no")),
        Arguments.of(
            TeacherRequest.class,
            new TeacherRequest.AnswerQuestion(
                HEAD, new TeacherPrompt("s", "t", List.of()), Material.of("c"), TURNS, "q?")),
        Arguments.of(
            GradeSheets.class,
            new GradeSheets("b", "w", List.of(new AnsweredSheet("c", SHEET, List.of(0), "1. A")))),
        Arguments.of(
            Reply.class,
            new Reply.Modelled(
                "w", "a", "c", 7, new Outcome.Completed("text", false, new Usage(1, 2), "f"))),
        Arguments.of(
            Heartbeat.class,
            new Heartbeat.OfWorker(
                "w",
                Role.QUIZ,
                "p",
                3,
                List.of("a"),
                List.of(0),
                List.of("m"),
                Map.of(),
                false,
                List.of("a"))));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_changed_message_is_read_or_refused(Class<?> type, Object message) {
    Mutations.fuzz(
        313,
        List.of(Json.write(message)),
        record -> {
          try {
            assertThat(Json.read(record, type)).isNotNull();
          } catch (UnreadableMessage e) {
            assertThat(e.getMessage())
                .startsWith("not a " + type.getSimpleName())
                .hasSizeLessThan(200);
          }
        });
  }
}
