package dev.interact.chat.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.chat.Message;
import dev.interact.chat.Message.Role;
import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.Sampling;
import dev.interact.contracts.student.Sheet;
import dev.interact.contracts.student.StudentPrompt;
import dev.interact.contracts.student.StudentRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudentChatTest {
  private static final Head HEAD =
      new Head("a", "c", "d", "student-1", "model", new Sampling(1, 100, 7));
  private static final StudentPrompt PROMPT =
      new StudentPrompt(
          "Learn.{{#lesson}} Lesson: {{lesson}}{{/lesson}}",
          "Hello!",
          "Quiz:{{#error}} ({{error}}){{/error}}{{#items}} {{number}}. {{question}}{{/items}}",
          List.of());
  private static final Sheet SHEET =
      new Sheet(List.of(new Sheet.Item("e1", "Who?", List.of("x", "y"))));
  private static final List<Exchange> TWO =
      List.of(new Exchange("q1", "a1"), new Exchange("q2", "a2"));

  private static Message system(String text) {
    return Message.of(Role.SYSTEM, text);
  }

  private static Message user(String text) {
    return Message.of(Role.USER, text);
  }

  private static Message assistant(String text) {
    return Message.of(Role.ASSISTANT, text);
  }

  @Test
  void the_student_s_questions_are_its_own_words_and_the_teacher_s_are_the_user_s() {
    assertThat(StudentChat.of(new StudentRequest.AskQuestion(HEAD, PROMPT, null, TWO, null)))
        .containsExactly(
            system("Learn."),
            user("Hello!"),
            assistant("q1"),
            user("a1"),
            assistant("q2"),
            user("a2"));
  }

  @Test
  void a_lesson_leads() {
    assertThat(
            StudentChat.of(
                new StudentRequest.AskQuestion(HEAD, PROMPT, "All of it.", List.of(), null)))
        .containsExactly(system("Learn. Lesson: All of it."), user("Hello!"));
  }

  @Test
  void a_quiz_is_the_same_chat_with_the_sheet_at_its_end() {
    List<Message> asking =
        StudentChat.of(new StudentRequest.AskQuestion(HEAD, PROMPT, null, TWO, null));
    List<Message> sitting =
        StudentChat.of(new StudentRequest.SitQuiz(HEAD, PROMPT, null, TWO, null, SHEET, null));

    assertThat(sitting.subList(0, 5)).isEqualTo(asking.subList(0, 5));
    assertThat(sitting).hasSize(6).last().isEqualTo(user("a2\n\nQuiz: 1. Who?"));
  }

  @Test
  void a_format_error_is_passed_on() {
    assertThat(
            StudentChat.of(
                new StudentRequest.SitQuiz(HEAD, PROMPT, null, List.of(), null, SHEET, "bad")))
        .last()
        .isEqualTo(user("Hello!\n\nQuiz: (bad) 1. Who?"));
  }

  @Test
  void an_instruction_comes_last_of_all() {
    assertThat(StudentChat.of(new StudentRequest.AskQuestion(HEAD, PROMPT, null, TWO, "Think.")))
        .last()
        .isEqualTo(user("a2\n\nThink."));
  }

  @Test
  void a_dialogue_of_another_s_is_a_text() {
    String framing = "Read:{{#turns}} {{question}} {{answer}}{{/turns}}";

    assertThat(
            StudentChat.of(
                new StudentRequest.SitQuiz(HEAD, PROMPT, null, TWO, framing, SHEET, null)))
        .containsExactly(system("Learn."), user("Hello!\n\nRead: q1 a1 q2 a2\n\nQuiz: 1. Who?"));
  }
}
