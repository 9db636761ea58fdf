package dev.interact.orchestrator.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Example;
import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.Sampling;
import dev.interact.contracts.student.Sheet;
import dev.interact.contracts.student.StudentPrompt;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.contracts.teacher.Material;
import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.contracts.teacher.TeacherRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptSizeTest {
  private static final Head HEAD = new Head("a", "c", "d", "w", "m", new Sampling(1, 100, 7));
  private static final int BETWEEN = 2;
  private static final Sheet SHEET =
      new Sheet(
          List.of(
              new Sheet.Item("1", "Who?", List.of("x", "yy")),
              new Sheet.Item("2", "Why?", List.of("z", "zz"))));
  private static final StudentPrompt STUDENT =
      new StudentPrompt(
          "Learn.{{#lesson}} {{lesson}}{{lesson}}{{/lesson}}",
          "Hello.",
          "{{count}}{{#items}}{{number}}{{question}}{{#options}}{{letter}}{{text}}{{/options}}{{/items}}{{error}}",
          List.of(new Example("user", "model")));
  private static final TeacherPrompt TEACHER =
      new TeacherPrompt("Teach {{context}}{{^context}}see{{/context}}", "Do it.", List.of());

  private static PromptSize asked(String lesson, Exchange... turns) {
    return PromptSize.of(
        new StudentRequest.AskQuestion(HEAD, STUDENT, lesson, List.of(turns), null));
  }

  @Test
  void all_texts_count_and_what_stands_between_them() {
    assertThat(asked(null).characters()).isEqualTo("Learn.usermodelHello.".length() + 4 * BETWEEN);
    assertThat(asked(null).messages()).isEqualTo(4);
    assertThat(asked(null, new Exchange("q", "aa")).characters() - asked(null).characters())
        .isEqualTo("qaa".length() + 2 * BETWEEN);
  }

  @Test
  void a_variable_counts_as_often_as_it_occurs() {
    assertThat(asked("a lesson").characters() - asked(null).characters())
        .isEqualTo(" a lessona lesson".length());
  }

  @Test
  void a_sheet_counts_with_all_items_and_options_and_with_what_was_wrong() {
    StudentRequest.SitQuiz sit =
        new StudentRequest.SitQuiz(HEAD, STUDENT, null, List.of(), null, SHEET, "Wrong.");

    assertThat(PromptSize.of(sit).characters() - asked(null).characters())
        .isEqualTo("21Who?AxByy2Why?AzBzzWrong.".length() + BETWEEN);
  }

  @Test
  void teachers_see_the_context_the_turns_and_the_question() {
    assertThat(
            PromptSize.of(
                new TeacherRequest.AnswerQuestion(
                    HEAD, TEACHER, Material.of("all"), List.of(new Exchange("q", "a")), "why")))
        .isEqualTo(new PromptSize("Teach allqawhy".length() + 4 * BETWEEN, 14 + 4 * BETWEEN, 4, 0));
    assertThat(
            PromptSize.of(
                    new TeacherRequest.WriteLesson(
                        HEAD, TEACHER, new Material(null, "image/png", new byte[1000])))
                .images())
        .isOne();
  }

  @Test
  void bytes_are_never_fewer_than_those_of_utf_8() {
    for (String text : List.of("plain", "für", "日本語", "🙂🙂", "half \ud83d of a pair")) {
      PromptSize size = asked(null, new Exchange(text, ""));

      assertThat(size.bytes() - asked(null, new Exchange("", "")).bytes())
          .as(text)
          .isBetween((long) text.getBytes(StandardCharsets.UTF_8).length, 3L * text.length());
    }
  }
}
