package dev.interact.chat.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.chat.Message;
import dev.interact.chat.Message.Part;
import dev.interact.chat.Message.Role;
import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.Sampling;
import dev.interact.contracts.student.Sheet;
import dev.interact.contracts.teacher.Material;
import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.contracts.teacher.TeacherRequest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeacherChatTest {
  private static final Head HEAD =
      new Head("a", "c", "d", "teacher-1", "model", new Sampling(1, 100, 7));
  private static final TeacherPrompt PROMPT =
      new TeacherPrompt(
          "Teach.{{#context}} <{{context}}>{{/context}}{{^context}} See the image.{{/context}}",
          "Do it.{{#items}} {{number}}. {{question}}{{/items}}",
          List.of());
  private static final Material TEXT = Material.of("It was {{so}}.");
  private static final Material IMAGE = new Material(null, "image/png", new byte[] {1, 2, 3});

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
  void the_context_leads_and_the_student_s_questions_are_the_user_s() {
    assertThat(
            TeacherChat.of(
                new TeacherRequest.AnswerQuestion(
                    HEAD, PROMPT, TEXT, List.of(new Exchange("q1", "a1")), "q2")))
        .containsExactly(
            system("Teach. <It was {{so}}.>"), user("q1"), assistant("a1"), user("q2"));
  }

  @Test
  void an_image_is_shown_with_the_first_question_and_stays_there() {
    assertThat(
            TeacherChat.of(
                new TeacherRequest.AnswerQuestion(
                    HEAD, PROMPT, IMAGE, List.of(new Exchange("q1", "a1")), "q2")))
        .containsExactly(
            system("Teach. See the image."),
            new Message(
                Role.USER, List.of(new Part.Image("image/png", "AQID"), new Part.Text("q1"))),
            assistant("a1"),
            user("q2"));
  }

  @Test
  void a_lesson_and_the_bound_are_asked_for_after_the_context() {
    assertThat(TeacherChat.of(new TeacherRequest.WriteLesson(HEAD, PROMPT, TEXT)))
        .containsExactly(system("Teach. <It was {{so}}.>"), user("Do it."));
    Sheet sheet = new Sheet(List.of(new Sheet.Item("e1", "Who?", List.of("x", "y"))));
    assertThat(
            TeacherChat.of(new TeacherRequest.SitQuizWithContext(HEAD, PROMPT, TEXT, sheet, null)))
        .containsExactly(system("Teach. <It was {{so}}.>"), user("Do it. 1. Who?"));
  }

  @Test
  void a_teacher_that_answers_a_student_has_no_field_for_a_quiz() {
    assertThat(
            Arrays.stream(TeacherRequest.AnswerQuestion.class.getRecordComponents())
                .map(RecordComponent::getName))
        .containsExactly("head", "prompt", "material", "transcript", "question");
  }
}
