package dev.interact.orchestrator.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.orchestrator.progress.Arm;
import dev.interact.study.QuizMode;
import dev.interact.study.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {

  private static Answer answer(
      String concept, String dialogue, int turn, String mark, Integer end) {
    return new Answer(
        "s",
        dialogue,
        concept,
        "d",
        new Arm("dynamic", "m", "m", null, QuizMode.SHEET, "plain", Style.FULL, null, null, null),
        1L,
        0,
        0,
        null,
        turn,
        0,
        "i",
        null,
        null,
        List.of(0, 1),
        mark.equals("?") ? null : 0,
        mark.equals("+"),
        !mark.equals("?"),
        "finished",
        end);
  }

  private static void add(Curve curve, String concept, String dialogue, int turn, String marks) {
    marks
        .chars()
        .forEach(
            mark -> curve.add(answer(concept, dialogue, turn, Character.toString(mark), null)));
  }

  @Test
  void draws_are_averaged_within_a_concept_before_concepts_are() {
    Curve curve = new Curve(2);
    add(curve, "c1", "c1-1", 0, "++--");
    add(curve, "c1", "c1-2", 0, "++++");
    add(curve, "c2", "c2-1", 0, "----");

    assertThat(curve.points()).containsExactly(new Curve.Point(0, 2, 0.375, 0.375, 0.0));
  }

  @Test
  void what_could_not_be_read_is_wrong_in_one_accuracy_and_absent_from_the_other() {
    Curve curve = new Curve(2);
    add(curve, "c1", "c1-1", 0, "+-??");
    add(curve, "c2", "c2-1", 0, "????");

    assertThat(curve.points()).containsExactly(new Curve.Point(0, 2, 0.125, 0.5, 0.75));
  }

  @Test
  void nothing_read_at_all_has_no_accuracy_of_what_was_read() {
    Curve curve = new Curve(2);
    add(curve, "c1", "c1-1", 0, "??");

    assertThat(curve.points()).containsExactly(new Curve.Point(0, 1, 0.0, null, 1.0));
  }

  @Test
  void points_come_in_the_order_of_turns() {
    Curve curve = new Curve(2);
    add(curve, "c1", "c1-1", 2, "+");
    add(curve, "c1", "c1-1", 0, "-");
    add(curve, "c1", "c1-1", 1, "-");

    assertThat(curve.points()).extracting(Curve.Point::turn).containsExactly(0, 1, 2);
    assertThat(curve.points()).extracting(Curve.Point::accuracy).containsExactly(0.0, 0.0, 1.0);
  }

  @Test
  void a_dialogue_that_ended_early_keeps_what_it_knows() {
    Curve curve = new Curve(2);
    curve.add(answer("c1", "c1-1", 0, "-", 1));
    curve.add(answer("c1", "c1-1", 1, "+", 1));

    assertThat(curve.points()).extracting(Curve.Point::accuracy).containsExactly(0.0, 1.0, 1.0);
  }
}
