package dev.interact.analysis.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.interact.analysis.Rows;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.FailedDialogues;
import dev.interact.analysis.table.ParseFailures;
import dev.interact.analysis.table.Rules;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.QuizMode;
import dev.interact.study.fork.Framing;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResearchQuestionsTest {
  private static final ArmKey DYNAMIC = Rows.dynamic(null);

  private static Sitting at(ArmKey arm, int turn) {
    return new Sitting(arm, turn);
  }

  /** Concept a: gap 0.5 alone, 0.25 at the end; b: 0.25 alone, 0.25 at the end; c has no end. */
  @Test
  void narrowing_is_the_gap_before_less_the_gap_after() {
    ArmKey good = Rows.arm("static-lesson", "strong");
    ArmKey bad = Rows.arm("static-lesson", "author");
    ArmKey goodEnd = Rows.dynamic("strong");
    ArmKey badEnd = Rows.dynamic("author");
    Evidence evidence =
        Rows.evidence(
            Rows.all(
                Rows.of(good, "news-a", null).quizzes("1110"),
                Rows.of(bad, "news-a", null).quizzes("1000"),
                Rows.of(goodEnd, "news-a", 1L).quizzes("1110", "1110", "1110"),
                Rows.of(badEnd, "news-a", 1L).quizzes("1000", "1100", "1100"),
                Rows.of(good, "news-b", null).quizzes("1100"),
                Rows.of(bad, "news-b", null).quizzes("1000"),
                Rows.of(goodEnd, "news-b", 1L).quizzes("1100", "1111", "1111"),
                Rows.of(badEnd, "news-b", 1L).quizzes("1000", "1110", "1110"),
                Rows.of(good, "news-c", null).quizzes("1100"),
                Rows.of(bad, "news-c", null).quizzes("1000")));

    Narrowing narrowing =
        Narrowing.of(
            evidence,
            new Narrowing.Gap(at(good, 0), at(bad, 0)),
            new Narrowing.Gap(at(goodEnd, 2), at(badEnd, 2)));

    assertThat(narrowing.narrowings()).containsExactly(entry("news-a", 0.25), entry("news-b", 0.0));
    assertThat(narrowing.sample().mean()).isEqualTo(0.125);
    assertThat(narrowing.before().concepts()).isEqualTo(3);
    assertThat(narrowing.after().concepts()).isEqualTo(2);
  }

  @Test
  void borrowed_is_compared_with_own_beside_its_controls() {
    ArmKey borrowed = Rows.fork("borrowed-trace", "strong", Framing.OWN, null);
    ArmKey observed = Rows.fork("borrowed-trace", "strong", Framing.OBSERVED, null);
    ArmKey self = Rows.fork("self-borrowed", "weak", Framing.OWN, null);
    ArmKey lecture = Rows.fork("lecture", "weak", Framing.OWN, null);
    ArmKey swapped = Rows.fork("prefix-swap", "other", Framing.OWN, 1);
    ArmKey gap =
        new ArmKey(
            "dynamic",
            "weak",
            "teacher",
            null,
            QuizMode.SHEET,
            "gap",
            DYNAMIC.style(),
            null,
            null,
            null);
    Evidence evidence =
        Rows.evidence(
            Rows.all(
                Rows.of(DYNAMIC, "news-a", 1L).quizzes("0000", "0000", "1100"),
                Rows.of(gap, "news-a", 1L).quizzes("0000", "0000", "1111"),
                Rows.of(borrowed, "news-a", 1L).quizzes("0000", "0000", "1000"),
                Rows.of(observed, "news-a", 1L).quizzes("0000", "0000", "0000"),
                Rows.of(self, "news-a", 1L).quizzes("0000", "0000", "1110"),
                Rows.of(swapped, "news-a", 1L).quizzes("0000", "0000", "1110"),
                Rows.of(lecture, "news-a", 1L).quizzes("0000", "0000", "1111")));

    List<BorrowedMinusOwn> all = BorrowedMinusOwn.all(evidence, "plain");

    assertThat(all).hasSize(2);
    BorrowedMinusOwn first = all.getFirst();
    assertThat(first.primary().one()).isEqualTo(at(borrowed, 2));
    assertThat(first.primary().other()).isEqualTo(at(DYNAMIC, 2));
    assertThat(first.primary().sample().mean()).isEqualTo(-0.25);
    assertThat(first.controls())
        .extracting(paired -> paired.one().arm(), paired -> paired.other().arm())
        .containsExactly(
            tuple(borrowed, self),
            tuple(self, DYNAMIC),
            tuple(borrowed, observed),
            tuple(lecture, DYNAMIC));
    assertThat(first.controls())
        .extracting(paired -> paired.sample().mean())
        .containsExactly(-0.5, 0.25, 0.25, 0.5);
    assertThat(all.getLast().primary().sample().mean()).isEqualTo(-0.5);
  }

  @Test
  void the_gate_is_accuracy_without_a_lesson_above_chance() {
    List<AnswerRow> rows =
        Rows.all(
            Rows.of(Rows.arm("closed-book", null), "news-a", null).quizzes("1100"),
            Rows.of(Rows.arm("closed-book", null), "news-b", null).quizzes("1000"),
            Rows.of(Rows.arm("closed-book", null), "lyrics-a", null).quizzes("1111"),
            Rows.of(Rows.arm("static-lesson", "author"), "news-a", null).quizzes("1111"));

    List<ClosedBookGate> gates = ClosedBookGate.of(Rows.evidence(rows), "weak", QuizMode.SHEET);

    assertThat(gates).extracting(ClosedBookGate::domain).containsExactly(null, "lyrics", "news");
    assertThat(gates.get(0).aboveChance().mean()).isEqualTo(1.0 / 3, within(1e-12));
    assertThat(gates.get(1).aboveChance().values()).containsExactly(0.75);
    assertThat(gates.get(2).aboveChance().values()).containsExactly(0.25, 0);
    assertThat(ClosedBookGate.of(Rows.evidence(rows), "strong", QuizMode.SHEET)).isEmpty();
  }

  @Test
  void without_closed_book_the_gate_is_turn_0_of_dynamic() {
    List<AnswerRow> rows = Rows.of(DYNAMIC, "news-a", 1L).quizzes("1100", "1111");

    assertThat(ClosedBookGate.of(Rows.evidence(rows), "weak", QuizMode.SHEET).getFirst().sitting())
        .isEqualTo(at(DYNAMIC, 0));
  }

  @Test
  void by_turn_the_concepts_are_the_same() {
    ArmKey lesson = Rows.arm("static-lesson", "author");
    Evidence evidence =
        Rows.evidence(
            Rows.all(
                Rows.of(DYNAMIC, "news-a", 1L).quizzes("0000", "1000", "1111"),
                Rows.of(DYNAMIC, "news-b", 1L).quizzes("1000", "1100", "1110"),
                Rows.of(DYNAMIC, "news-c", 1L).failed().quizzes("1000", "1100"),
                Rows.of(lesson, "news-a", null).quizzes("1100"),
                Rows.of(lesson, "news-b", null).quizzes("1100"),
                Rows.of(lesson, "news-c", null).quizzes("1100")));

    ByTurn byTurn = ByTurn.of(evidence, DYNAMIC, at(lesson, 0));

    assertThat(byTurn.contributions())
        .isDeepEqualTo(new double[][] {{-0.5, -0.25}, {-0.25, 0}, {0.5, 0.25}});
  }

  /** Of news-b nothing could be read at turn 1. */
  @Test
  void by_turn_a_concept_without_a_figure_at_some_turn_is_left_out() {
    ArmKey lesson = Rows.arm("static-lesson", "author");
    Evidence evidence =
        Rows.evidence(
                Rows.all(
                    Rows.of(DYNAMIC, "news-a", 1L).quizzes("0000", "1000", "1111"),
                    Rows.of(DYNAMIC, "news-b", 1L).quizzes("1111", "----", "1111"),
                    Rows.of(lesson, "news-a", null).quizzes("1100"),
                    Rows.of(lesson, "news-b", null).quizzes("1100")))
            .by(new Rules(ParseFailures.EXCLUDED, FailedDialogues.COMPLETE_PAIRS));

    assertThat(ByTurn.of(evidence, DYNAMIC, at(lesson, 0)).contributions())
        .isDeepEqualTo(new double[][] {{-0.5}, {-0.25}, {0.5}});
  }
}
