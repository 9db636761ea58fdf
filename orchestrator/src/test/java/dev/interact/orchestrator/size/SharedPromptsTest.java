package dev.interact.orchestrator.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.Sampling;
import dev.interact.contracts.student.Sheet;
import dev.interact.contracts.student.StudentPrompt;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.contracts.teacher.Material;
import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.contracts.teacher.TeacherRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedPromptsTest {
  private static final StudentPrompt STUDENT =
      new StudentPrompt("Learn.{{#lesson}}{{lesson}}{{/lesson}}", "Hello.", "Quiz.", List.of());
  private static final Sheet SHEET =
      new Sheet(List.of(new Sheet.Item("1", "Who?", List.of("x", "y"))));
  private static final Exchange TURN = new Exchange("Who?", "Ann.");

  private final SharedPrompts prompts = new SharedPrompts();

  private static Head head(String model) {
    return new Head("a", "c", "d", "w", model, new Sampling(1, 100, 7));
  }

  private static ModelRequest asked(Exchange... turns) {
    return new StudentRequest.AskQuestion(head("m"), STUDENT, null, List.of(turns), null);
  }

  private static ModelRequest quiz(Exchange... turns) {
    return new StudentRequest.SitQuiz(head("m"), STUDENT, null, List.of(turns), null, SHEET, null);
  }

  private static ModelRequest answer(String model, String question, Exchange... turns) {
    return new TeacherRequest.AnswerQuestion(
        head(model),
        new TeacherPrompt("{{context}} Teach.", null, List.of()),
        Material.of("All of it."),
        List.of(turns),
        question);
  }

  private static PromptSize size(int messages, String text) {
    return new PromptSize(text.length(), text.length(), messages, 0);
  }

  @Test
  void a_quiz_and_the_question_beside_it_share_all_that_was_said() {
    assertThat(prompts.add(asked()))
        .isEqualTo(new SharedPrompts.Sizes(size(2, "Learn.Hello."), size(0, "")));
    assertThat(prompts.add(quiz()))
        .isEqualTo(
            new SharedPrompts.Sizes(size(2, "Learn.Hello.\n\nQuiz."), size(2, "Learn.Hello.")));
    assertThat(prompts.add(quiz(TURN)).shared()).isEqualTo(size(2, "Learn.Hello."));
    assertThat(prompts.add(asked(TURN)))
        .isEqualTo(
            new SharedPrompts.Sizes(
                size(4, "Learn.Hello.Who?Ann."), size(4, "Learn.Hello.Who?Ann.")));
  }

  @Test
  void a_teacher_shares_the_material_and_the_turns_with_itself_alone() {
    prompts.add(asked());
    assertThat(prompts.add(answer("m", "Who?")).shared()).isEqualTo(size(0, ""));
    assertThat(prompts.add(answer("m", "Why?", TURN)).shared())
        .isEqualTo(size(2, "All of it. Teach.Who?"));
    assertThat(prompts.add(answer("other", "Who?")).shared()).isEqualTo(size(0, ""));
  }

  @Test
  void a_share_is_of_all_tokens_and_of_none_there_is_none() {
    assertThat(new InputTokens(30, 10).plus(new InputTokens(10, 20)).share()).isEqualTo(0.75);
    assertThat(InputTokens.NONE.share()).isNull();
  }
}
