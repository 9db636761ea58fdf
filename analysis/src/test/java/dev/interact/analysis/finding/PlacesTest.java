package dev.interact.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.analysis.Rows;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.AnswerTable;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.QuizMode;
import dev.interact.study.Style;
import dev.interact.study.fork.Framing;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final ArmKey CLOSED = Rows.arm("closed-book", null);
  private static final ArmKey BY_AUTHOR = Rows.arm("static-lesson", "author");
  private static final ArmKey BY_STRONG = Rows.arm("static-lesson", "strong");
  private static final ArmKey WITH_AUTHOR = Rows.dynamic("author");
  private static final ArmKey WITH_STRONG = Rows.dynamic("strong");

  private final AnswerTable table =
      Rows.table(
          Rows.all(
              Rows.of(CLOSED, "news-a", null).quizzes("1"),
              Rows.of(BY_AUTHOR, "news-a", null).quizzes("1"),
              Rows.of(BY_STRONG, "news-a", null).quizzes("1"),
              Rows.of(WITH_AUTHOR, "news-a", 1L).quizzes("1", "1", "1"),
              Rows.of(WITH_STRONG, "news-a", 1L).quizzes("1", "1", "1")));

  private List<Pair> pairs(String one, String other) {
    return Places.pairs(table, PlaceText.parse(one), PlaceText.parse(other));
  }

  private static Pair pair(ArmKey one, int turn, ArmKey other) {
    return new Pair(new Sitting(one, turn), new Sitting(other, 0));
  }

  @Test
  void arms_agree_in_what_neither_place_names() {
    assertThat(pairs("dynamic-with-lesson", "static-lesson"))
        .containsExactly(pair(WITH_AUTHOR, 2, BY_AUTHOR), pair(WITH_STRONG, 2, BY_STRONG));
  }

  @Test
  void what_one_place_names_may_differ() {
    assertThat(pairs("dynamic-with-lesson:turn=1", "static-lesson:lesson_author=strong"))
        .containsExactly(pair(WITH_AUTHOR, 1, BY_STRONG), pair(WITH_STRONG, 1, BY_STRONG));
  }

  @Test
  void an_axis_that_an_arm_has_not_is_no_difference() {
    assertThat(pairs("static-lesson", "closed-book"))
        .containsExactly(pair(BY_AUTHOR, 0, CLOSED), pair(BY_STRONG, 0, CLOSED));
  }

  @Test
  void a_turn_that_an_arm_has_not_is_no_sitting() {
    assertThat(pairs("static-lesson:turn=1", "closed-book")).isEmpty();
  }

  @Test
  void of_pairs_that_share_an_arm_those_count_that_have_most_in_common() {
    ArmKey plain =
        new ArmKey(
            "dynamic", "s", "t", null, QuizMode.SHEET, "plain", Style.FULL, null, null, null);
    ArmKey fork = fork(null);
    ArmKey ofLesson = fork("author");
    AnswerTable forked =
        Rows.table(
            Rows.all(
                Rows.of(plain, "news-a", 1L).quizzes("1", "1", "1"),
                Rows.of(fork, "news-a", 1L).quizzes("1", "1", "1"),
                Rows.of(ofLesson, "news-a", 1L).quizzes("1", "1", "1")));

    assertThat(Places.pairs(forked, PlaceText.parse("borrowed-trace"), PlaceText.parse("dynamic")))
        .containsExactly(new Pair(new Sitting(fork, 2), new Sitting(plain, 2)));
  }

  private static ArmKey fork(String author) {
    return new ArmKey(
        "borrowed-trace",
        "s",
        "t",
        author,
        QuizMode.SHEET,
        null,
        Style.FULL,
        "r",
        Framing.OWN,
        null);
  }
}
