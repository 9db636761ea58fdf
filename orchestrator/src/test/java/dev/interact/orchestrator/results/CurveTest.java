package dev.interact.orchestrator.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveTest {
  private static final Horizon TWO = new Horizon(2, 2);

  private static void add(Curve curve, String concept, String dialogue, int turn, String marks) {
    marks
        .chars()
        .forEach(
            mark -> curve.add(Answers.of(concept, dialogue, turn, Character.toString(mark), null)));
  }

  @Test
  void draws_are_averaged_within_a_concept_before_concepts_are() {
    Curve curve = new Curve(TWO);
    add(curve, "c1", "c1-1", 0, "++--");
    add(curve, "c1", "c1-2", 0, "++++");
    add(curve, "c2", "c2-1", 0, "----");

    assertThat(curve.points()).containsExactly(new Curve.Point(0, 2, 0.375, 0.375, 0.0));
  }

  @Test
  void what_could_not_be_read_is_wrong_in_one_accuracy_and_absent_from_the_other() {
    Curve curve = new Curve(TWO);
    add(curve, "c1", "c1-1", 0, "+-??");
    add(curve, "c2", "c2-1", 0, "????");

    assertThat(curve.points()).containsExactly(new Curve.Point(0, 2, 0.125, 0.5, 0.75));
  }

  @Test
  void nothing_read_at_all_has_no_accuracy_of_what_was_read() {
    Curve curve = new Curve(TWO);
    add(curve, "c1", "c1-1", 0, "??");

    assertThat(curve.points()).containsExactly(new Curve.Point(0, 1, 0.0, null, 1.0));
  }

  @Test
  void points_come_in_the_order_of_turns() {
    Curve curve = new Curve(TWO);
    add(curve, "c1", "c1-1", 2, "+");
    add(curve, "c1", "c1-1", 0, "-");
    add(curve, "c1", "c1-1", 1, "-");

    assertThat(curve.points()).extracting(Curve.Point::turn).containsExactly(0, 1, 2);
    assertThat(curve.points()).extracting(Curve.Point::accuracy).containsExactly(0.0, 0.0, 1.0);
  }

  @Test
  void a_dialogue_that_ended_early_keeps_what_it_knows() {
    Curve curve = new Curve(TWO);
    curve.add(Answers.of("c1", "c1-1", 0, "-", 1));
    curve.add(Answers.of("c1", "c1-1", 1, "+", 1));

    assertThat(curve.points()).extracting(Curve.Point::accuracy).containsExactly(0.0, 1.0, 1.0);
  }

  @Test
  void nothing_is_kept_beyond_the_turns_of_the_arm() {
    Curve curve =
        new Curve(
            Arms.horizon("forks: [{kind: fixed-questions, questions: [A, B]}]", "fixed-questions"));
    curve.add(Answers.of("c1", "c1-1", 1, "+", 1));

    assertThat(curve.points()).extracting(Curve.Point::turn).containsExactly(1, 2);
  }

  @Test
  void a_fork_that_ended_before_its_candidates_is_no_observation_of_them() {
    Curve curve = new Curve(Arms.horizon("forks: [{kind: candidates, at: [2]}]", "candidates"));
    curve.add(Answers.of("stopped", "stopped-1", 0, "+", 0));
    for (int turn = 0; turn <= 2; turn++) {
      curve.add(Answers.of("asked", "asked-1", turn, "-", null));
    }

    assertThat(curve.points()).extracting(Curve.Point::n).containsExactly(2, 2, 1);
    assertThat(curve.points()).extracting(Curve.Point::accuracy).containsExactly(0.5, 0.5, 0.0);
  }
}
