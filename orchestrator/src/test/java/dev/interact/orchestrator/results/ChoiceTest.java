package dev.interact.orchestrator.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Example;
import dev.interact.contracts.student.StudentPrompt;
import dev.interact.orchestrator.results.Choice.Message;
import dev.interact.orchestrator.results.Transcript.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private static Candidate chosen(String question, int right) {
    return new Candidate(1, 0, question, "Ann.", right, 3, true);
  }

  private static Candidate other(String question, int right) {
    return new Candidate(1, 1, question, "Ann.", right, 3, false);
  }

  private static List<String> worse(Candidate... candidates) {
    return new Choice(List.of(), List.of(candidates))
        .worse().stream().map(Candidate::question).toList();
  }

  @Test
  void a_question_is_not_preferred_to_itself() {
    assertThat(worse(chosen("Who?", 3), other("Who?", 1), other("Who?\n", 1), other("What?", 1)))
        .containsExactly("What?");
  }

  @Test
  void a_question_is_rejected_once() {
    assertThat(worse(chosen("Who?", 3), other("What?", 1), other("Why?", 2), other("What?", 2)))
        .containsExactly("What?", "Why?");
  }

  @Test
  void a_question_that_did_as_well_once_is_not_rejected() {
    assertThat(worse(chosen("Who?", 3), other("What?", 1), other("What?", 3))).isEmpty();
  }

  @Test
  void the_chat_is_the_one_in_which_the_student_asked() {
    StudentPrompt prompt =
        new StudentPrompt(
            "Learn.{{#lesson}} {{lesson}}{{/lesson}}",
            "Ask.",
            "Quiz.",
            List.of(new Example("Ask so.", "So?")));

    assertThat(
            Choice.of(
                    prompt,
                    Talks.of(Arms.of(Arms.study(""), "dynamic"), null, "Ann.", "Bob."),
                    2,
                    List.of())
                .prompt())
        .containsExactly(
            new Message("system", "Learn."),
            new Message("user", "Ask so."),
            new Message("assistant", "So?"),
            new Message("user", "Ask."),
            new Message("assistant", "What?"),
            new Message("user", "Ann."));
  }
}
