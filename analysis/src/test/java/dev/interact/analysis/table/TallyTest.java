package dev.interact.analysis.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interact.analysis.Rows;
import dev.interact.study.Concept.QuizItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {
  private static Tally of(String marks, QuizItem item) {
    Tally tally = new Tally();
    Rows.of(Rows.arm("closed-book", null), "news-a", null)
        .quizzes(marks)
        .forEach(row -> tally.add(row, item));
    return tally;
  }

  private static QuizItem item(int answer, String... options) {
    return new QuizItem("i", null, "What?", List.of(options), answer, Map.of());
  }

  /** Four options each, so that an unread item counts a quarter as a guess. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          1111, 1,    1,    1
          0000, 0,    0,    0
          1-00, 0.25, 0.3333333333333333, 0.3125
          11--, 0.5,  1,    0.625
          ----, 0,    -,    0.25
          """)
  void unread_items_count_by_the_rule(String marks, double wrong, Double excluded, double chance) {
    Tally tally = of(marks, null);

    assertThat(ParseFailures.WRONG.of(tally)).isEqualTo(wrong);
    assertThat(ParseFailures.EXCLUDED.of(tally)).isEqualTo(excluded);
    assertThat(ParseFailures.CHANCE.of(tally)).isEqualTo(chance);
  }

  /** Options are shown as 2, 0, 3, 1. */
  @ParameterizedTest
  @CsvSource({
    "0, a, bb, ccc, dd, 0, 0",
    "2, a, bb, ccc, dd, 1, 1",
    "2, a, bbb, ccc, ddd, 1, 0.3333333333333333",
    "1, a, bbb, ccc, dd, 0, 0.5",
    "3, aa, bb, cc, dd, 0, 0.25",
  })
  void controls_know_the_options_and_nothing_else(
      int answer, String a, String b, String c, String d, double first, double longest) {
    Tally tally = of("01-", item(answer, a, b, c, d));

    assertThat(Control.CHANCE.of(tally)).isEqualTo(0.25);
    assertThat(Control.ALWAYS_FIRST.of(tally)).isEqualTo(first);
    assertThat(Control.LONGEST_OPTION.of(tally)).isEqualTo(longest, within(1e-12));
  }

  @Test
  void controls_that_need_a_key_are_null_where_one_is_not_known() {
    Tally tally = of("1", item(0, "a", "b", "c", "d"));
    tally.add(of("1", null));

    assertThat(tally.alwaysFirst()).isNull();
    assertThat(tally.longestOption()).isNull();
    assertThat(tally.chance()).isEqualTo(0.25);
    assertThat(tally.items()).isEqualTo(2);
  }
}
