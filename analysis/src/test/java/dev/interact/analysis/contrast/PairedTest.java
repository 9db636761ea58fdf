package dev.interact.analysis.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.interact.analysis.RandomAnswers;
import dev.interact.analysis.Rows;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.Repeat;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.FailedDialogues;
import dev.interact.analysis.table.ParseFailures;
import dev.interact.analysis.table.Rules;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.input.InvalidInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedTest {
  private static final ArmKey DYNAMIC = Rows.dynamic(null);
  private static final ArmKey WITH_LESSON = Rows.dynamic("author");
  private static final ArmKey LESSON = Rows.arm("static-lesson", "author");
  private static final Sitting END = new Sitting(DYNAMIC, 2);
  private static final Sitting LESSON_END = new Sitting(WITH_LESSON, 2);
  private static final Sitting STATIC = new Sitting(LESSON, 0);

  private static Paired paired(Sitting one, Sitting other, List<AnswerRow> rows) {
    return Paired.of(Rows.evidence(rows), one, other);
  }

  @Test
  void only_concepts_of_both_pair() {
    Paired paired =
        paired(
            END,
            STATIC,
            Rows.all(
                Rows.of(DYNAMIC, "news-a", 1L).quizzes("0000", "0000", "1110"),
                Rows.of(DYNAMIC, "news-b", 1L).quizzes("0000", "0000", "1000"),
                Rows.of(LESSON, "news-a", null).quizzes("1100"),
                Rows.of(LESSON, "news-c", null).quizzes("1111"),
                Rows.of(LESSON, "news-d", null).quizzes("1111")));

    assertThat(paired.differences()).containsExactly(entry("news-a", 0.25));
    assertThat(paired.concepts()).isEqualTo(1);
    assertThat(paired.onlyOne()).isEqualTo(1);
    assertThat(paired.onlyOther()).isEqualTo(2);
  }

  /** Draw 2 failed in one arm: the mean is of draws 1 and 3, not of what each arm has. */
  @Test
  void draws_with_the_same_seed_are_paired() {
    Paired paired =
        paired(
            LESSON_END,
            END,
            Rows.all(
                Rows.of(WITH_LESSON, "news-a", 1L).quizzes("0000", "0000", "1100"),
                Rows.of(WITH_LESSON, "news-a", 2L).failed().quizzes("1111", "1111"),
                Rows.of(WITH_LESSON, "news-a", 3L).quizzes("0000", "0000", "1111"),
                Rows.of(DYNAMIC, "news-a", 1L).quizzes("0000", "0000", "1000"),
                Rows.of(DYNAMIC, "news-a", 2L).quizzes("1111", "1111", "1111"),
                Rows.of(DYNAMIC, "news-a", 3L).quizzes("0000", "0000", "1100")));

    assertThat(paired.differences()).containsExactly(entry("news-a", (0.25 + 0.5) / 2));
    assertThat(paired.pairs()).isEqualTo(2);
  }

  /** As above, but the failed draw keeps its 1 against 1, or counts 0 against 1. */
  @Test
  void failed_dialogues_count_by_the_rule() {
    Evidence evidence =
        Rows.evidence(
            Rows.all(
                Rows.of(WITH_LESSON, "news-a", 1L).failed().quizzes("1111", "1111"),
                Rows.of(WITH_LESSON, "news-a", 2L).quizzes("0000", "0000", "1100"),
                Rows.of(DYNAMIC, "news-a", 1L).quizzes("1111", "1111", "1111"),
                Rows.of(DYNAMIC, "news-a", 2L).quizzes("0000", "0000", "1000")));
    Rules planned = new Rules(ParseFailures.WRONG, FailedDialogues.ALL_PLANNED);
    Rules zero = new Rules(ParseFailures.WRONG, FailedDialogues.ALL_PLANNED_AT_ZERO);

    assertThat(Paired.of(evidence, LESSON_END, END).sample().mean()).isEqualTo(0.25);
    assertThat(Paired.of(evidence.by(planned), LESSON_END, END).sample().mean()).isEqualTo(0.125);
    assertThat(Paired.of(evidence.by(zero), LESSON_END, END).sample().mean()).isEqualTo(-0.375);
  }

  @Test
  void draws_are_averaged_where_the_other_arm_samples_nothing() {
    Paired paired =
        paired(
            END,
            STATIC,
            Rows.all(
                Rows.of(DYNAMIC, "news-a", 1L).quizzes("0000", "0000", "1110"),
                Rows.of(DYNAMIC, "news-a", 2L).quizzes("0000", "0000", "1111"),
                Rows.of(LESSON, "news-a", null).quizzes("1100")));

    assertThat(paired.differences()).containsExactly(entry("news-a", 0.375));
    assertThat(paired.pairs()).isEqualTo(1);
  }

  /** Orders of options are in both, lessons in one alone. */
  @Test
  void each_axis_pairs_or_is_averaged() {
    List<AnswerRow> rows = new ArrayList<>();
    for (int order = 0; order < 2; order++) {
      for (int lesson = 0; lesson < 2; lesson++) {
        rows.addAll(
            new Rows(LESSON, "news-a", new Repeat(null, lesson, order, null), "finished")
                .quizzes(lesson == 0 ? "1100" : "1111"));
      }
    }
    rows.addAll(
        new Rows(DYNAMIC, "news-a", new Repeat(1L, 0, 0, null), "finished").quizzes("0000"));
    rows.addAll(
        new Rows(DYNAMIC, "news-a", new Repeat(1L, 0, 1, null), "finished").quizzes("1000"));

    Paired paired = paired(STATIC, END, rows);

    assertThat(paired.pairs()).isEqualTo(2);
    assertThat(paired.differences()).containsExactly(entry("news-a", (0.75 + 0.5) / 2));
  }

  @Test
  void of_different_seeds_those_in_common_pair() {
    Paired paired =
        paired(
            LESSON_END,
            END,
            Rows.all(
                Rows.of(WITH_LESSON, "news-a", 1L).quizzes("0000", "0000", "1111"),
                Rows.of(WITH_LESSON, "news-a", 2L).quizzes("0000", "0000", "1100"),
                Rows.of(DYNAMIC, "news-a", 2L).quizzes("0000", "0000", "1000"),
                Rows.of(DYNAMIC, "news-a", 3L).quizzes("0000", "0000", "0000")));

    assertThat(paired.differences()).containsExactly(entry("news-a", 0.25));
    assertThat(paired.pairs()).isEqualTo(1);
  }

  @Test
  void two_studies_can_be_compared() {
    Evidence here = Rows.evidence(Rows.of(DYNAMIC, "news-a", 1L).quizzes("0000", "0000", "1111"));
    Evidence there = Rows.evidence(Rows.of(DYNAMIC, "news-a", 1L).quizzes("0000", "0000", "1000"));

    assertThat(Paired.of(new Paired.Side(here, END), new Paired.Side(there, END)).differences())
        .containsExactly(entry("news-a", 0.75));
  }

  @Test
  void what_is_the_same_calls_is_no_contrast() {
    Evidence evidence =
        Rows.evidence(
            Rows.all(
                Rows.of(DYNAMIC, "news-a", 1L).quizzes("1"),
                Rows.of(Rows.arm("closed-book", null), "news-a", null).quizzes("1")));
    Sitting closed = new Sitting(Rows.arm("closed-book", null), 0);

    assertThatThrownBy(() -> Paired.of(evidence, new Sitting(DYNAMIC, 0), closed))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Turn 0 of 'dynamic' and turn 0 of 'closed-book' are the same model calls, so that they differ by nothing; compare another turn.");
    assertThat(Paired.of(evidence, new Sitting(DYNAMIC, 1), closed).concepts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63})
  void turning_a_contrast_round_turns_its_sign_and_order_of_rows_changes_nothing(long seed) {
    List<AnswerRow> rows = new RandomAnswers(seed).rows();
    Paired paired = paired(LESSON_END, END, rows);
    Paired turned = paired(END, LESSON_END, rows);
    List<AnswerRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(paired.concepts()).isPositive();
    assertThat(turned.sample().mean()).isEqualTo(-paired.sample().mean(), within(1e-12));
    assertThat(turned.pairs()).isEqualTo(paired.pairs());
    assertThat(paired(LESSON_END, END, shuffled).differences()).isEqualTo(paired.differences());
  }
}
