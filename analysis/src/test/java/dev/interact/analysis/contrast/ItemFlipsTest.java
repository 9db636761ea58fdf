package dev.interact.analysis.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.analysis.RandomAnswers;
import dev.interact.analysis.Rows;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Sitting;
import dev.interact.analysis.table.Slice;
import dev.interact.study.Concept.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemFlipsTest {
  private static final ArmKey DYNAMIC = Rows.dynamic(null);
  private static final ArmKey LESSON = Rows.arm("static-lesson", "author");
  private static final Sitting END = new Sitting(DYNAMIC, 2);
  private static final Sitting STATIC = new Sitting(LESSON, 0);

  private static ItemFlips.Flips flips(
      Evidence evidence, Sitting one, Sitting other, List<AnswerRow> rows) {
    ItemFlips flips = new ItemFlips(evidence, one, other);
    rows.forEach(flips::add);
    return flips.flips();
  }

  private static ItemFlips.Flips flips(Sitting one, Sitting other, List<AnswerRow> rows) {
    return flips(Rows.evidence(rows), one, other, rows);
  }

  /** Items in the end 1, 1, 0, - and before 0, 1, 1, 1. */
  @Test
  void items_are_paired_within_their_concept() {
    List<AnswerRow> rows =
        Rows.all(
            Rows.of(DYNAMIC, "news-a", 1L).quizzes("0000", "0000", "110-"),
            Rows.of(LESSON, "news-a", null).quizzes("0111"),
            Rows.of(LESSON, "news-b", null).quizzes("1111"));

    assertThat(flips(END, STATIC, rows)).isEqualTo(new ItemFlips.Flips(4, 1, 2));
    assertThat(flips(STATIC, END, rows)).isEqualTo(new ItemFlips.Flips(4, 2, 1));
  }

  /** Of three draws items are right 3, 2, 1, 0 times; of two 2, 1, 0. */
  @Test
  void an_item_is_right_where_most_of_its_draws_are() {
    List<AnswerRow> three =
        Rows.all(
            Rows.of(DYNAMIC, "news-a", 1L).quizzes("1110"),
            Rows.of(DYNAMIC, "news-a", 2L).quizzes("1100"),
            Rows.of(DYNAMIC, "news-a", 3L).quizzes("1000"),
            Rows.of(LESSON, "news-a", null).quizzes("0000"));
    List<AnswerRow> two =
        Rows.all(
            Rows.of(DYNAMIC, "news-a", 1L).quizzes("110"),
            Rows.of(DYNAMIC, "news-a", 2L).quizzes("100"),
            Rows.of(LESSON, "news-a", null).quizzes("000"));

    assertThat(flips(END, STATIC, three)).isEqualTo(new ItemFlips.Flips(4, 2, 0));
    assertThat(flips(END, STATIC, two)).isEqualTo(new ItemFlips.Flips(3, 1, 0));
  }

  @Test
  void a_dialogue_that_ended_early_counts_with_its_last_quiz_and_a_failed_one_not_at_all() {
    List<AnswerRow> rows =
        Rows.all(
            Rows.of(DYNAMIC, "news-a", 1L).quizzes("00", "10"),
            Rows.of(DYNAMIC, "news-b", 1L).failed().quizzes("00", "11"),
            Rows.of(LESSON, "news-a", null).quizzes("00"),
            Rows.of(LESSON, "news-b", null).quizzes("00"));

    assertThat(flips(END, STATIC, rows)).isEqualTo(new ItemFlips.Flips(2, 1, 0));
  }

  @Test
  void turns_of_one_arm_can_be_compared_and_items_of_one_level() {
    List<AnswerRow> rows = Rows.of(DYNAMIC, "news-a", 1L).quizzes("0011", "0000", "1101");
    Evidence easy = Rows.evidence(rows).of(new Slice(null, Level.EASY));

    assertThat(flips(END, new Sitting(DYNAMIC, 0), rows)).isEqualTo(new ItemFlips.Flips(4, 2, 1));
    assertThat(flips(easy, END, new Sitting(DYNAMIC, 0), rows))
        .isEqualTo(new ItemFlips.Flips(2, 1, 0));
  }

  @Test
  void items_that_select_questions_are_left_out() {
    List<AnswerRow> rows =
        Rows.all(
                Rows.of(DYNAMIC, "news-a", 1L).quizzes("11"),
                Rows.of(LESSON, "news-a", null).quizzes("00"))
            .stream()
            .map(row -> Rows.half(row, row.item().equals("i0") ? "selection" : "reported"))
            .toList();

    assertThat(flips(END, STATIC, rows)).isEqualTo(new ItemFlips.Flips(1, 1, 0));
  }

  /** Where each item has one pair of draws, flips add up to the difference of what is right. */
  @ParameterizedTest
  @ValueSource(longs = {71, 72, 73})
  void flips_add_up_to_the_difference(long seed) {
    List<AnswerRow> rows =
        new RandomAnswers(seed)
            .rows().stream()
                .filter(row -> row.repeat().seed() == null || row.repeat().seed() == 1)
                .toList();
    Paired paired = Paired.of(Rows.evidence(rows), END, STATIC);
    ItemFlips.Flips flips = flips(END, STATIC, rows);

    assertThat(flips.items()).isEqualTo(7 * paired.concepts()).isPositive();
    assertThat(flips.gained() - flips.lost())
        .isEqualTo((int) Math.round(7 * paired.concepts() * paired.sample().mean()));
  }
}
