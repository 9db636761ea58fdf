package dev.interact.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.analysis.report.Block;
import dev.interact.cli.api.Summary;
import dev.interact.cli.api.Summary.Cell;
import dev.interact.cli.api.Summary.Point;
import dev.interact.cli.api.Tokens;
import dev.interact.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {
  private static final String NOBODY = null;

  private static Summary summary(Cell... cells) {
    return new Summary(
        new Summary.Study("id", "tiny", "finished", 5), 10, List.of(cells), null, null, null);
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
        null,
        null,
        null,
        null,
        null,
        n,
        30,
        0,
        null,
        points,
        null,
        null,
        gain,
        1234,
        new Tokens(1_234_567, 890),
        0.7812,
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
                + " | tokens | shared prefix | cost");
    assertThat(curves.rows())
        .extracting(row -> String.join(" | ", row))
        .containsExactly(
            "closed-book | s | - | - | 20.00 | - | - | - | 10.00 | 10 | 1,234 | 1.23M + 890 | 78% | $0.0040",
            "dynamic | s | t | - | 25.00 | 50.00 | 75.00 | +50.00 | 3.33 | 10 | 1,234 | 1.23M + 890"
                + " | 78% | $0.0040");
  }

  /** A cell of a study that has more than the paper's. */
  private static Cell arm(String json) {
    return arm("sheet", json);
  }

  private static Cell arm(String quizMode, String json) {
    return Json.read(
        """
        {"student":"s","quiz_mode":"%s","n":10,"dialogues":30,"failed":0,"calls":9,
         "tokens":{"input":1,"output":2},"cost":0,
         "curve":[{"turn":0,"n":10,"accuracy":0.25},{"turn":1,"n":10,"accuracy":0.5}],
         "gain":0.25,%s}
        """
            .formatted(quizMode, json)
            .getBytes(StandardCharsets.UTF_8),
        Cell.class);
  }

  private static List<String> lines(Table table) {
    return Stream.concat(Stream.of(table.header()), table.rows().stream())
        .map(row -> String.join(" | ", row))
        .toList();
  }

  private static final Cell PLAIN =
      arm(
          """
          "condition":"dynamic","teacher":"t","strategy":"plain","style":"full"
          """);
  private static final Cell GAP =
      arm(
          """
          "condition":"dynamic","teacher":"t","strategy":"gap","style":"full"
          """);
  private static final Cell FORK =
      arm(
          """
          "condition":"prefix-swap","teacher":"t","strategy":"plain","style":"full","from":"big",
          "framing":"own","at":3
          """);

  @Test
  void a_curve_has_no_columns_for_what_is_usual_everywhere() {
    assertThat(lines(CurveTable.of(summary(PLAIN))))
        .containsExactly(
            "condition | student | teacher | lesson by | 0 | 1 | gain | unreadable | n | calls |"
                + " tokens | shared prefix | cost",
            "dynamic | s | t | - | 25.00 | 50.00 | +25.00 | - | 10 | 9 | 1 + 2 | - | $0.00");
  }

  @Test
  void a_curve_has_columns_for_what_sets_arms_apart() {
    assertThat(lines(CurveTable.of(summary(PLAIN, GAP, FORK))))
        .containsExactly(
            "condition | student | teacher | lesson by | strategy | from | framing | at | 0 | 1 |"
                + " gain | unreadable | n | calls | tokens | shared prefix | cost",
            "dynamic | s | t | - | plain | - | - | - | 25.00 | 50.00 | +25.00 | - | 10 | 9 | 1 + 2"
                + " | - | $0.00",
            "dynamic | s | t | - | gap | - | - | - | 25.00 | 50.00 | +25.00 | - | 10 | 9 | 1 + 2"
                + " | - | $0.00",
            "prefix-swap | s | t | - | plain | big | own | 3 | 25.00 | 50.00 | +25.00 | - | 10 | 9"
                + " | 1 + 2 | - | $0.00");
  }

  @Test
  void the_papers_table_has_neither_forks_nor_other_strategies_and_styles() {
    Cell terse =
        arm(
            """
            "condition":"dynamic","teacher":"t","strategy":"plain","style":"terse"
            """);

    assertThat(lines(PaperTable.of(summary(terse, GAP, PLAIN, FORK))))
        .isEqualTo(lines(PaperTable.of(summary(PLAIN))))
        .hasSize(2);
  }

  @Test
  void the_papers_table_names_a_strategy_that_is_not_the_papers() {
    assertThat(lines(PaperTable.of(summary(GAP, FORK))))
        .containsExactly(
            "student | teacher | lesson by | strategy | no lesson: start | end (gain) | lesson:"
                + " start | end (gain) | teacher bound | n",
            "s | t | - | gap | 25.00 | 50.00 (+25.00) | - | - | - | 10");
  }

  @Test
  void quiz_modes_are_never_in_one_row() {
    Cell bound =
        arm(
            "item",
            """
            "condition":"full-context"
            """);
    Cell closed =
        arm(
            """
            "condition":"closed-book"
            """);

    assertThat(PaperTable.of(summary(closed, bound)).rows())
        .extracting(row -> String.join(" | ", row))
        .containsExactly(
            "s | - | - | sheet | 25.00 | - | - | - | - | 10",
            "s | - | - | item | - | - | - | - | 25.00 | 10");
  }

  @Test
  void the_reported_half_has_curves_of_its_own() {
    Cell halved =
        arm(
            """
            "condition":"dynamic","teacher":"t","strategy":"outcome","style":"full",
            "reported_half":[{"turn":0,"n":10,"accuracy":0.5},{"turn":1,"n":10,"accuracy":0.25}]
            """);

    assertThat(lines(CurveTable.ofReportedHalf(summary(PLAIN, halved))))
        .containsExactly(
            "condition | student | teacher | lesson by | strategy | 0 | 1 | gain | unreadable | n",
            "dynamic | s | t | - | outcome | 50.00 | 25.00 | -25.00 | - | 10");
    assertThat(CurveTable.ofReportedHalf(summary(PLAIN)).rows()).isEmpty();
  }

  @Test
  void pass_at_k_has_a_row_for_each_k_and_says_what_chance_gives() {
    Cell sampled =
        arm(
            """
            "condition":"dynamic","teacher":"t","pass_at":[
              {"turn":0,"k":1,"samples":5,"pass":0.3,"chance":0.25},
              {"turn":0,"k":5,"samples":5,"pass":0.8,"chance":0.7627},
              {"turn":1,"k":1,"samples":5,"pass":0.4,"chance":0.25},
              {"turn":1,"k":5,"samples":5,"pass":0.9,"chance":0.7627}]
            """);

    assertThat(lines(PassTable.of(summary(sampled, PLAIN))))
        .containsExactly(
            "condition | student | teacher | lesson by | k | 0 | 1 | chance | sheets | n",
            "dynamic | s | t | - | 1 | 30.00 | 40.00 | 25.00 | 5 | 10",
            "dynamic | s | t | - | 5 | 80.00 | 90.00 | 76.27 | 5 | 10");
  }

  @Test
  void dialogues_that_end_early_have_their_mean_length() {
    Cell early =
        arm(
            """
            "condition":"dynamic","teacher":"t","strategy":"ask-or-stop","turns":0.625
            """);
    Cell whole =
        arm(
            """
            "condition":"dynamic","teacher":"t","strategy":"plain","turns":1.0
            """);

    assertThat(lines(LengthTable.of(summary(early, whole, PLAIN))))
        .containsExactly(
            "condition | student | teacher | lesson by | strategy | turns | of | accuracy | n",
            "dynamic | s | t | - | ask-or-stop | 0.63 | 1 | 50.00 | 10");
  }

  @Test
  void flips_have_their_rate() {
    Summary retested =
        new Summary(
            new Summary.Study("id", "tiny", "finished", 5),
            10,
            List.of(PLAIN),
            List.of(new Summary.Flips("s", 1200, 30), new Summary.Flips("none", 0, 0)),
            null,
            null);

    assertThat(lines(FlipTable.of(retested)))
        .containsExactly(
            "student | items | flipped | rate", "s | 1,200 | 30 | 2.50", "none | 0 | 0 | -");
  }

  @Test
  void text_is_padded_and_numbers_are_set_right() {
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
    assertThat(table.block("id", "caption"))
        .isEqualTo(
            new Block.Table(
                "id",
                "caption",
                List.of(
                    new Block.Table.Column("name", false), new Block.Table.Column("value", true)),
                table.rows(),
                List.of()));
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
