package dev.interact.analysis.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interact.analysis.Rows;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.features.ItemStep.Aligned;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemStepsTest {
  private static final Rows DIALOGUE = Rows.of(Rows.dynamic(null), "tales-a", 1L);
  private static final Concept CONCEPT =
      new Concept(
          "tales-a",
          "tales",
          "The ford",
          "A heron kept the ford.",
          null,
          List.of(item("i0"), item("i1"), item("i2")),
          null,
          null,
          null);

  private static QuizItem item(String id) {
    return new QuizItem(
        id, null, "Who kept it?", List.of("a heron", "a miller", "Ann", "Bob"), 0, Map.of());
  }

  private static List<ItemStep> steps(List<AnswerRow> rows) {
    return steps(rows, null);
  }

  private static List<ItemStep> steps(List<AnswerRow> rows, Alignment alignment) {
    ItemSteps steps = new ItemSteps(arm -> arm.condition().equals("dynamic"), alignment);
    rows.forEach(steps::add);
    DialogueRow plain = DIALOGUE.dialogue(null);
    return steps.of(
        new DialogueRow(
            plain.dialogue(),
            plain.concept(),
            plain.domain(),
            plain.arm(),
            plain.repeat(),
            null,
            plain.status(),
            null,
            null,
            List.of(
                new DialogueRow.Turn(1, "Who?", "Nobody."),
                new DialogueRow.Turn(2, "Who was the heron?", "A heron kept it."))),
        CONCEPT);
  }

  /**
   * Item 0 is right before turn 1; 1 is learned at turn 1 and lost at 2; 2 is learned at turn 2.
   */
  @Test
  void there_is_a_row_for_each_item_that_was_wrong_before_a_turn() {
    List<ItemStep> steps = steps(DIALOGUE.quizzes("100", "11-", "101"));

    assertThat(steps)
        .extracting(ItemStep::item, step -> step.turn().turn(), ItemStep::correct)
        .containsExactly(tuple("i1", 1, true), tuple("i2", 1, false), tuple("i2", 2, true));
    assertThat(steps.getLast().overlap().item()).isEqualTo("i2");
    assertThat(steps.getLast().overlap().statesRight()).isTrue();
    assertThat(steps.getFirst().overlap().statesRight()).isFalse();
  }

  @Test
  void texts_of_the_turn_are_compared_with_the_item_where_that_is_asked_for() {
    List<AnswerRow> rows = DIALOGUE.quizzes("101", "111", "101");

    assertThat(steps(rows)).extracting(ItemStep::aligned).containsExactly((Aligned) null);
    assertThat(steps(rows, new Lengths()))
        .extracting(ItemStep::aligned)
        .containsExactly(new Aligned(4.0 / 37, 7.0 / 37));
  }

  /** The texts that it is given can be told by their lengths. */
  private record Lengths() implements Alignment {
    @Override
    public double of(String text, String item) {
      return (double) text.length() / item.length();
    }

    @Override
    public String description() {
      return "lengths";
    }
  }

  @Test
  void of_several_sheets_most_decide() {
    List<AnswerRow> rows =
        Rows.all(
            DIALOGUE.quizzes("100", "110"),
            DIALOGUE.quizzes("110", "110"),
            DIALOGUE.quizzes("010", "100"));

    assertThat(steps(rows))
        .extracting(ItemStep::item, ItemStep::correct)
        .containsExactly(tuple("i2", false));
  }

  @Test
  void failed_dialogues_and_other_arms_and_the_selection_half_have_none() {
    assertThat(steps(DIALOGUE.failed().quizzes("000", "111"))).isEmpty();
    assertThat(steps(Rows.of(Rows.dynamic("author"), "tales-a", 1L).quizzes("000", "111")))
        .isEmpty();
    assertThat(
            steps(
                DIALOGUE.quizzes("000", "111").stream()
                    .map(row -> Rows.half(row, row.item().equals("i1") ? "reported" : "selection"))
                    .toList()))
        .extracting(ItemStep::item)
        .containsExactly("i1");
  }
}
