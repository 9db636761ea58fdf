package dev.interact.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.cli.api.Summary;
import dev.interact.cli.api.Summary.Cell;
import dev.interact.cli.api.Summary.Point;
import dev.interact.cli.api.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {
  private static final String NOBODY = null;

  private static Summary summary(Cell... cells) {
    return new Summary(
        new Summary.Study("id", "tiny", "finished", 5), 10, List.of(cells), null, null);
  }

  private static Cell cell(
      String condition, String student, String teacher, String author, Double... accuracies) {
    return cell(condition, student, teacher, author, 10, accuracies);
  }

  private static Cell cell(
      String condition, String student, String teacher, String author, int n, Double... curve) {
    List<Point> points =
        IntStream.range(0, curve.length)
            .mapToObj(turn -> new Point(turn, n, curve[turn], curve[turn], turn == 0 ? 0.1 : 0.0))
            .toList();
    Double gain = curve.length < 2 || curve[0] == null ? null : curve[curve.length - 1] - curve[0];
    return new Cell(
        condition,
        student,
        teacher,
        author,
        "sheet",
        n,
        30,
        0,
        points,
        gain,
        1234,
        new Tokens(1_234_567, 890),
        0.004);
  }

  private static List<String> paper(Cell... cells) {
    return PaperTable.of(summary(cells)).rows().stream()
        .map(row -> String.join(" | ", row))
        .toList();
  }

  @Test
  void all_conditions_of_the_same_models_make_one_row() {
    assertThat(
            paper(
                cell("closed-book", "s", NOBODY, NOBODY, 0.2),
                cell("static-lesson", "s", NOBODY, "t", 0.3),
                cell("dynamic", "s", "t", NOBODY, 0.25, 0.5, 0.75),
                cell("dynamic-with-lesson", "s", "t", "t", 0.7, 0.8),
                cell("full-context", "s", NOBODY, NOBODY, 0.905)))
        .containsExactly(
            "s | t | t | 25.00 | 75.00 (+50.00) | 70.00 | 80.00 (+10.00) | 90.50 | 10");
  }

  @Test
  void without_dialogues_closed_book_and_static_lesson_give_the_start() {
    assertThat(
            paper(
                cell("closed-book", "s", NOBODY, NOBODY, 0.2),
                cell("static-lesson", "s", NOBODY, "t", 0.3)))
        .containsExactly("s | - | t | 20.00 | - | 30.00 | - | - | 10");
  }

  @Test
  void a_static_lesson_joins_the_dialogue_with_its_author() {
    assertThat(
            paper(
                cell("static-lesson", "s", NOBODY, "t", 0.3),
                cell("static-lesson", "s", NOBODY, "other", 0.4),
                cell("dynamic", "s", "t", NOBODY, 0.25, 0.2)))
        .containsExactly(
            "s | t | t | 25.00 | 20.00 (-5.00) | 30.00 | - | - | 10",
            "s | - | other | - | - | 40.00 | - | - | 10");
  }

  @Test
  void each_pair_of_teacher_and_author_has_a_row() {
    assertThat(
            paper(
                cell("dynamic", "s", "t1", NOBODY, 0.1, 0.2),
                cell("dynamic", "s", "t2", NOBODY, 0.1, 0.3),
                cell("dynamic-with-lesson", "s", "t1", "a", 0.4, 0.5),
                cell("dynamic-with-lesson", "s", "t1", "b", 0.6, 0.7)))
        .containsExactly(
            "s | t1 | a | 10.00 | 20.00 (+10.00) | 40.00 | 50.00 (+10.00) | - | 10",
            "s | t1 | b | 10.00 | 20.00 (+10.00) | 60.00 | 70.00 (+10.00) | - | 10",
            "s | t2 | - | 10.00 | 30.00 (+20.00) | - | - | - | 10");
  }

  @Test
  void students_have_their_own_bound_and_n_is_a_range_where_it_differs() {
    assertThat(
            paper(
                cell("full-context", "s1", NOBODY, NOBODY, 9, 0.9),
                cell("closed-book", "s1", NOBODY, NOBODY, 10, 0.3),
                cell("full-context", "s2", NOBODY, NOBODY, 8, 0.8)))
        .containsExactly(
            "s1 | - | - | 30.00 | - | - | - | 90.00 | 9-10",
            "s2 | - | - | - | - | - | - | 80.00 | 8");
  }

  @Test
  void what_has_no_result_is_a_dash() {
    assertThat(paper(cell("dynamic", "s", "t", NOBODY, 0, null, null)))
        .containsExactly("s | t | - | - | - | - | - | - | 0");
    assertThat(paper()).isEmpty();
  }

  @Test
  void a_curve_has_a_column_for_each_turn_and_dashes_where_it_is_shorter() {
    Table curves =
        CurveTable.of(
            summary(
                cell("closed-book", "s", NOBODY, NOBODY, 0.2),
                cell("dynamic", "s", "t", NOBODY, 0.25, 0.5, 0.75)));

    assertThat(String.join(" | ", curves.header()))
        .isEqualTo(
            "condition | student | teacher | lesson by | 0 | 1 | 2 | gain | unreadable | n | calls"
                + " | tokens | cost");
    assertThat(curves.rows())
        .extracting(row -> String.join(" | ", row))
        .containsExactly(
            "closed-book | s | - | - | 20.00 | - | - | - | 10.00 | 10 | 1,234 | 1.23M + 890 | $0.0040",
            "dynamic | s | t | - | 25.00 | 50.00 | 75.00 | +50.00 | 3.33 | 10 | 1,234 | 1.23M + 890"
                + " | $0.0040");
  }

  @Test
  void text_is_padded_and_markdown_escaped() {
    Table table =
        new Table(
            List.of("name", "value"), 1, List.of(List.of("é|", "1"), List.of("longer", "1,000")));

    assertThat(table.text())
        .isEqualTo(
            """
            name    value
            ──────  ─────
            é|          1
            longer  1,000""");
    assertThat(table.markdown())
        .isEqualTo(
            """
            | name | value |
            | :-- | --: |
            | é\\| | 1 |
            | longer | 1,000 |""");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1000, 1.00k",
    "12345, 12.3k",
    "999499, 999k",
    "5000000000, 5.00G"
  })
  void tokens_have_three_digits(long count, String figure) {
    assertThat(Figure.tokens(count)).isEqualTo(figure);
  }

  @ParameterizedTest
  @CsvSource({"0, $0.00", "0.00123, $0.0012", "0.01, $0.01", "'1234.5', '$1,234.50'"})
  void dollars_have_two_digits_or_four(double cost, String figure) {
    assertThat(Figure.dollars(cost)).isEqualTo(figure);
  }

  @Test
  void percentages_have_two_digits() {
    assertThat(Figure.percent(Optional.of(0.47911))).isEqualTo("47.91");
    assertThat(Figure.points(Optional.of(-0.005))).isEqualTo("-0.50");
    assertThat(Figure.percent(Optional.empty())).isEqualTo("-");
  }
}
