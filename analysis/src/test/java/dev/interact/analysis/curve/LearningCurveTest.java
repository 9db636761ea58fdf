package dev.interact.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interact.analysis.Rows;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.FailedDialogues;
import dev.interact.analysis.table.ParseFailures;
import dev.interact.analysis.table.Rules;
import dev.interact.analysis.table.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningCurveTest {
  private static final ArmKey DYNAMIC = Rows.dynamic(null);
  private static final List<AnswerRow> ROWS =
      Rows.all(
          Rows.of(DYNAMIC, "news-a", 1L).quizzes("1000", "1100", "1110"),
          Rows.of(DYNAMIC, "news-b", 1L).quizzes("0-00", "1100", "1111"),
          Rows.of(DYNAMIC, "lyrics-a", 1L).quizzes("1100", "1100", "1100"));

  private static final LearningCurve CURVE = LearningCurve.of(Rows.evidence(ROWS), DYNAMIC);

  @Test
  void it_has_a_point_for_each_turn() {
    assertThat(CURVE.points()).extracting(LearningCurve.Point::turn).containsExactly(0, 1, 2);
    assertThat(CURVE.points())
        .extracting(LearningCurve.Point::mean)
        .containsExactly(0.25, 0.5, 0.75);
    assertThat(CURVE.points().getFirst().accuracy().values()).containsExactly(0.5, 0.25, 0);
    assertThat(CURVE.points().getFirst().unread()).isEqualTo(1.0 / 12, within(1e-12));
    assertThat(CURVE.points().getLast().controls()).isEqualTo(new Controls(0.25, null, null));
  }

  /** In the order lyrics-a, news-a, news-b. */
  @Test
  void gain_and_area_are_worked_out_by_concept() {
    assertThat(CURVE.gain().values()).containsExactly(0, 0.5, 1);
    assertThat(CURVE.auc().values()).containsExactly(0.5, 0.5, 0.5);
    assertThat(CURVE.remaining(1).values()).containsExactly(0, 0.25, 0.5);
    assertThat(CURVE.remaining(2).values()).containsExactly(0, 0, 0);
  }

  /** The means are 0.25, 0.5, 0.75. */
  @ParameterizedTest
  @CsvSource(nullValues = "-", textBlock = "0.01, -\n0.25, 1\n0.3, 1\n0.5, 0")
  void it_saturates_where_it_stays_within_the_margin(double margin, Integer turn) {
    assertThat(CURVE.saturationTurn(margin)).isEqualTo(turn);
  }

  @Test
  void a_curve_that_leaves_the_margin_again_has_not_saturated() {
    List<AnswerRow> rows = Rows.of(DYNAMIC, "news-a", 1L).quizzes("1100", "0000", "1100");

    assertThat(LearningCurve.of(Rows.evidence(rows), DYNAMIC).saturationTurn(0.1)).isNull();
  }

  @Test
  void a_curve_that_falls_saturates_where_it_stays() {
    List<AnswerRow> rows = Rows.of(DYNAMIC, "news-a", 1L).quizzes("1111", "0000", "0000");

    assertThat(LearningCurve.of(Rows.evidence(rows), DYNAMIC).saturationTurn(0.1)).isEqualTo(1);
  }

  @Test
  void of_a_slice_it_has_its_concepts_alone() {
    Evidence news = Rows.evidence(ROWS).of(new Slice("news", null));

    assertThat(LearningCurve.of(news, DYNAMIC).gain().mean()).isEqualTo(0.75);
    assertThat(LearningCurve.of(news, DYNAMIC).gain().concepts()).isEqualTo(2);
  }

  @Test
  void a_concept_without_a_figure_at_some_turn_is_in_no_gain() {
    Evidence evidence =
        Rows.evidence(
                Rows.all(ROWS, Rows.of(DYNAMIC, "news-c", 1L).quizzes("----", "1111", "1111")))
            .by(new Rules(ParseFailures.EXCLUDED, FailedDialogues.COMPLETE_PAIRS));
    LearningCurve curve = LearningCurve.of(evidence, DYNAMIC);

    assertThat(curve.points())
        .extracting(point -> point.accuracy().concepts())
        .containsExactly(3, 4, 4);
    assertThat(curve.gain().concepts()).isEqualTo(3);
  }

  @Test
  void without_turns_it_is_a_point() {
    ArmKey closed = Rows.arm("closed-book", null);
    LearningCurve curve =
        LearningCurve.of(Rows.evidence(Rows.of(closed, "news-a", null).quizzes("1000")), closed);

    assertThat(curve.points()).hasSize(1);
    assertThat(curve.auc().mean()).isEqualTo(0.25);
    assertThat(curve.gain().mean()).isZero();
    assertThat(curve.saturationTurn(1)).isNull();
  }
}
