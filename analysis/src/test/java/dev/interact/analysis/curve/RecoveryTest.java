package dev.interact.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interact.analysis.Rows;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryTest {
  private static final ArmKey DYNAMIC = Rows.dynamic(null);
  private static final ArmKey WITH_LESSON = Rows.dynamic("author");
  private static final ArmKey LESSON = Rows.arm("static-lesson", "author");
  private static final ArmKey FULL = Rows.arm("full-context", null);

  /** Means over two concepts: dynamic 2/8 to 5/8, with a lesson 5/8 to 6/8, full 7/8. */
  private static final List<AnswerRow> ROWS =
      Rows.all(
          Rows.of(DYNAMIC, "news-a", 1L).quizzes("1000", "1000", "1110"),
          Rows.of(DYNAMIC, "news-b", 1L).quizzes("1000", "1000", "1100"),
          Rows.of(WITH_LESSON, "news-a", 1L).quizzes("1100", "1100", "1110"),
          Rows.of(WITH_LESSON, "news-b", 1L).quizzes("1110", "1110", "1110"),
          Rows.of(LESSON, "news-a", null).quizzes("1100"),
          Rows.of(LESSON, "news-b", null).quizzes("1110"),
          Rows.of(FULL, "news-a", null).quizzes("1111"),
          Rows.of(FULL, "news-b", null).quizzes("1110"));

  private static Map<Recovery, Recovered> all(Evidence evidence, ArmKey arm) {
    return Recovery.all(evidence, arm).stream()
        .collect(Collectors.toMap(Recovered::definition, one -> one));
  }

  @Test
  void each_definition_has_its_own_value() {
    Map<Recovery, Recovered> dynamic = all(Rows.evidence(ROWS), DYNAMIC);
    Map<Recovery, Recovered> lesson = all(Rows.evidence(ROWS), WITH_LESSON);

    assertThat(dynamic).hasSize(4);
    assertThat(dynamic.get(Recovery.END_OVER_FULL_CONTEXT).value())
        .isEqualTo(5.0 / 7, within(1e-12));
    assertThat(dynamic.get(Recovery.GAP_TO_FULL_CONTEXT).value()).isEqualTo(3.0 / 5, within(1e-12));
    assertThat(dynamic.get(Recovery.END_OVER_STATIC_LESSON).value()).isEqualTo(1, within(1e-12));
    assertThat(dynamic.get(Recovery.GAP_TO_STATIC_LESSON).value()).isEqualTo(1, within(1e-12));
    assertThat(lesson).hasSize(2);
    assertThat(lesson.get(Recovery.LESSON_END_OVER_FULL_CONTEXT).value())
        .isEqualTo(6.0 / 7, within(1e-12));
    assertThat(lesson.get(Recovery.LESSON_GAP_TO_FULL_CONTEXT).value())
        .isEqualTo(1.0 / 2, within(1e-12));
  }

  /** For concept a: numerator 0.5, denominator 0.75; b: 0.25, 0.5; the value is 0.6. */
  @Test
  void its_influence_is_that_of_the_ratio_of_means() {
    Recovered gap = all(Rows.evidence(ROWS), DYNAMIC).get(Recovery.GAP_TO_FULL_CONTEXT);

    assertThat(gap.numerator().values()).containsExactly(0.5, 0.25);
    assertThat(gap.denominator().values()).containsExactly(0.75, 0.5);
    assertThat(gap.influence().values())
        .containsExactly(new double[] {0.05 / 0.625, -0.05 / 0.625}, within(1e-12));
    assertThat(Arrays.stream(gap.influence().values()).sum()).isEqualTo(0, within(1e-12));
  }

  @Test
  void only_concepts_that_all_parts_have_are_compared() {
    List<AnswerRow> rows = Rows.all(ROWS, Rows.of(FULL, "news-c", null).quizzes("0000"));

    assertThat(all(Rows.evidence(rows), DYNAMIC).get(Recovery.END_OVER_FULL_CONTEXT).value())
        .isEqualTo(5.0 / 7, within(1e-12));
  }

  @Test
  void there_is_none_without_a_gap_or_a_reference() {
    List<AnswerRow> rows =
        Rows.all(
            Rows.of(DYNAMIC, "news-a", 1L).quizzes("1000", "1000", "1110"),
            Rows.of(LESSON, "news-a", null).quizzes("0000"));
    Map<Recovery, Recovered> all = all(Rows.evidence(rows), DYNAMIC);

    assertThat(all.get(Recovery.GAP_TO_STATIC_LESSON).value()).isNull();
    assertThat(all.get(Recovery.GAP_TO_STATIC_LESSON).influence()).isNull();
    assertThat(all.get(Recovery.GAP_TO_STATIC_LESSON).reason())
        .isEqualTo(
            "the reference is not above turn 0 (difference -0.2500), so that there is no gap to close");
    assertThat(all.get(Recovery.END_OVER_STATIC_LESSON).reason())
        .isEqualTo("the reference has no item right");
    assertThat(all.get(Recovery.END_OVER_FULL_CONTEXT).reference()).isNull();
    assertThat(all.get(Recovery.END_OVER_FULL_CONTEXT).reason())
        .isEqualTo("the study has no 'full-context' of the student 'weak' with this quiz mode");
  }

  @Test
  void there_is_none_without_a_common_concept() {
    List<AnswerRow> rows =
        Rows.all(
            Rows.of(DYNAMIC, "news-a", 1L).quizzes("1", "1", "1"),
            Rows.of(FULL, "news-b", null).quizzes("1"));

    assertThat(all(Rows.evidence(rows), DYNAMIC).get(Recovery.END_OVER_FULL_CONTEXT).reason())
        .isEqualTo("the arms have no concept in common");
  }

  @ParameterizedTest
  @EnumSource
  void each_definition_has_a_formula_of_its_own(Recovery definition) {
    assertThat(Arrays.stream(Recovery.values()).map(Recovery::formula))
        .containsOnlyOnce(definition.formula());
  }

  @Test
  void a_formula_reads_as_written() {
    assertThat(Recovery.GAP_TO_FULL_CONTEXT.formula())
        .isEqualTo("(dynamic(T) - dynamic(0)) / (full-context - dynamic(0))");
    assertThat(Recovery.LESSON_END_OVER_FULL_CONTEXT.formula())
        .isEqualTo("dynamic-with-lesson(T) / full-context");
  }
}
