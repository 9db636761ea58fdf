package dev.interact.offline.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.offline.Strength;
import dev.interact.offline.job.Job.AnswerQuestion;
import dev.interact.offline.text.Memory;
import dev.interact.offline.text.Passage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeacherTest {

  private static final String CONTEXT =
      "A miller lived by a river. He had a mule. A spirit held the wheel of the mill."
          + " The heron knew the spirit's name. The daughter called it. The wheel turned again.";

  private final Teacher teacher = new Teacher(new Memory<>(Passage::of), Strength.FULL);

  @Test
  void matching_sentences_are_told_in_text_order() {
    assertThat(teacher.answer(question("Who held the wheel, and what of the heron's name?")))
        .isEqualTo(
            "A spirit held the wheel of the mill. The heron knew the spirit's name."
                + " The wheel turned again.");
  }

  @Test
  void the_weak_model_tells_one_sentence() {
    Teacher weak = new Teacher(new Memory<>(Passage::of), Strength.WEAK);

    assertThat(weak.answer(question("What did the heron know?")))
        .isEqualTo("The heron knew the spirit's name.");
  }

  @Test
  void without_a_match_it_goes_on_in_the_text() {
    assertThat(teacher.answer(question("Why?", "A miller lived by a river. He had a mule.")))
        .isEqualTo(
            "A spirit held the wheel of the mill. The heron knew the spirit's name."
                + " The daughter called it.");
  }

  @Test
  void a_sentence_is_told_once_and_in_the_end_it_says_so() {
    List<String> told = new ArrayList<>();
    for (int turn = 0; turn < 3; turn++) {
      told.add(teacher.answer(new AnswerQuestion(CONTEXT, "And the wheel?", told)));
    }

    assertThat(String.join(" ", told.subList(0, 2)).split("(?<=\\.) "))
        .containsExactlyInAnyOrder(CONTEXT.split("(?<=\\.) "));
    assertThat(told.get(2)).isEqualTo(Teacher.ALL_TOLD);
  }

  @Test
  void without_a_context_it_says_so() {
    assertThat(teacher.answer(new AnswerQuestion(" ", "Who?", List.of())))
        .isEqualTo(Teacher.NOTHING_TO_TELL);
  }

  private static AnswerQuestion question(String question, String... told) {
    return new AnswerQuestion(CONTEXT, question, List.of(told));
  }
}
