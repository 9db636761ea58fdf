package dev.interact.analysis.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.interact.analysis.Rows;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.study.Concept.Level;
import dev.interact.study.QuizMode;
import dev.interact.study.fork.Framing;
import dev.interact.study.input.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTableTest {
  private static final ArmKey DYNAMIC = Rows.dynamic(null);
  private static final ArmKey CLOSED = Rows.arm("closed-book", null);

  private static SortedMap<String, Double> accuracies(
      AnswerTable table, Sitting sitting, Slice slice, Rules rules) {
    return table
        .quizzes(sitting, slice, rules.failedDialogues())
        .scores(rules.parseFailures())
        .means();
  }

  private static SortedMap<String, Double> accuracies(List<AnswerRow> rows, int turn) {
    return accuracies(Rows.table(rows), new Sitting(DYNAMIC, turn), Slice.ALL, Rules.PRIMARY);
  }

  private static Rows dialogue(String concept, long seed) {
    return Rows.of(DYNAMIC, concept, seed);
  }

  @Test
  void draws_are_averaged_within_their_concept() {
    List<AnswerRow> rows =
        Rows.all(
            dialogue("news-a", 1).quizzes("1000", "1100", "1111"),
            dialogue("news-a", 2).quizzes("0000", "1100", "1110"),
            dialogue("news-b", 1).quizzes("0001", "0001", "0001"));

    assertThat(accuracies(rows, 0)).containsExactly(entry("news-a", 0.125), entry("news-b", 0.25));
    assertThat(accuracies(rows, 2)).containsExactly(entry("news-a", 0.875), entry("news-b", 0.25));
  }

  @Test
  void a_dialogue_that_ended_early_keeps_its_last_quiz() {
    List<AnswerRow> rows =
        Rows.all(
            dialogue("news-a", 1).quizzes("1000", "1100"),
            dialogue("news-a", 2).quizzes("0000", "0000", "1111"));

    assertThat(accuracies(rows, 2)).containsExactly(entry("news-a", 0.75));
    assertThat(accuracies(dialogue("news-a", 1).quizzes("1000"), 2))
        .containsExactly(entry("news-a", 0.25));
  }

  @Test
  void several_sheets_after_a_turn_are_averaged() {
    List<AnswerRow> rows =
        Rows.all(dialogue("news-a", 1).quizzes("1100"), dialogue("news-a", 1).quizzes("1000"));

    assertThat(accuracies(rows, 0)).containsExactly(entry("news-a", 0.375));
  }

  @Test
  void sheet_and_item_mode_are_never_pooled() {
    ArmKey item =
        new ArmKey("closed-book", "weak", null, null, QuizMode.ITEM, null, null, null, null, null);
    AnswerTable table =
        Rows.table(
            Rows.all(
                Rows.of(CLOSED, "news-a", null).quizzes("1111"),
                Rows.of(item, "news-a", null).quizzes("0000")));

    assertThat(table.arms()).containsExactly(CLOSED, item);
    assertThat(accuracies(table, new Sitting(CLOSED, 0), Slice.ALL, Rules.PRIMARY))
        .containsExactly(entry("news-a", 1.0));
  }

  @Test
  void of_a_quiz_that_selects_questions_only_the_reported_half_counts() {
    List<AnswerRow> quiz = dialogue("news-a", 1).quizzes("1000");
    List<AnswerRow> rows =
        Stream.of(0, 1, 2, 3)
            .map(i -> Rows.half(quiz.get(i), i < 2 ? "reported" : "selection"))
            .toList();

    assertThat(accuracies(rows, 0)).containsExactly(entry("news-a", 0.5));
    assertThat(Rows.table(rows).sitsSelection(DYNAMIC)).isTrue();
    assertThat(Rows.table(quiz).sitsSelection(DYNAMIC)).isFalse();
  }

  /** Items are easy, medium, hard, easy. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -,      -,      0.5,  0.75
          news,   -,      0.5,  -
          lyrics, -,      -,    0.75
          -,      EASY,   1,    0.5
          -,      MEDIUM, 0,    1
          news,   HARD,   0,    -
          other,  -,      -,    -
          """)
  void a_slice_is_a_domain_or_a_level(String domain, Level level, Double news, Double lyrics) {
    AnswerTable table =
        Rows.table(
            Rows.all(
                dialogue("news-a", 1).quizzes("1001"), dialogue("lyrics-a", 1).quizzes("1110")));
    SortedMap<String, Double> accuracies =
        accuracies(table, new Sitting(DYNAMIC, 0), new Slice(domain, level), Rules.PRIMARY);

    assertThat(accuracies.get("news-a")).isEqualTo(news);
    assertThat(accuracies.get("lyrics-a")).isEqualTo(lyrics);
  }

  /**
   * The dialogue that failed has 2 of 4 at turn 0, and three marks of turn 1; the other draw has 4
   * of 4 throughout, and one that failed before its first quiz has nothing.
   */
  @ParameterizedTest
  @CsvSource({
    "COMPLETE_PAIRS,      0, 1,    -",
    "COMPLETE_PAIRS,      2, 1,    -",
    "ALL_PLANNED,         0, 0.75, 0",
    "ALL_PLANNED,         1, 0.75, 0",
    "ALL_PLANNED,         2, 0.75, 0",
    "ALL_PLANNED_AT_ZERO, 0, 0.75, 0",
    "ALL_PLANNED_AT_ZERO, 1, 0.5,  0",
    "ALL_PLANNED_AT_ZERO, 2, 0.5,  0",
  })
  void a_failed_dialogue_counts_by_the_rule(
      FailedDialogues rule, int turn, double expected, String ofNothing) {
    AnswerTable table =
        Rows.table(
            Rows.all(
                dialogue("news-a", 1).failed().quizzes("1100", "111"),
                dialogue("news-a", 2).quizzes("1111", "1111", "1111")));
    table.add(dialogue("news-a", 1).failed().dialogue("it broke"));
    table.add(dialogue("news-b", 1).failed().dialogue("it broke"));
    table.add(dialogue("news-c", 1).failed().dialogue("no credit"));
    Rules rules = new Rules(ParseFailures.WRONG, rule);
    SortedMap<String, Double> accuracies =
        accuracies(table, new Sitting(DYNAMIC, turn), Slice.ALL, rules);

    assertThat(accuracies.get("news-a")).isEqualTo(expected);
    assertThat(accuracies.get("news-b"))
        .isEqualTo(ofNothing.equals("-") ? null : Double.valueOf(ofNothing));
    assertThat(table.failures(DYNAMIC).dialogues()).isEqualTo(4);
    assertThat(table.failures(DYNAMIC).failed()).isEqualTo(3);
    assertThat(table.failures(DYNAMIC).reasons())
        .containsExactly(entry("it broke", 2), entry("no credit", 1));
  }

  @Test
  void a_failure_without_a_reason_is_counted_too() {
    AnswerTable table = Rows.table(dialogue("news-a", 1).failed().quizzes("1"));

    assertThat(table.failures(DYNAMIC).reasons())
        .containsExactly(entry("no reason is recorded", 1));
    assertThat(table.failures(CLOSED).dialogues()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "closed-book, 0",
    "static-lesson, 0",
    "full-context, 0",
    "dynamic, 5",
    "dynamic-with-lesson, 5",
    "borrowed-trace, 5",
    "lecture, 5",
    "candidates, 3",
    "fixed-questions, 1",
  })
  void the_last_turn_is_that_of_the_condition(String condition, int last) {
    Integer at = condition.equals("candidates") ? 3 : null;
    ArmKey arm = Rows.fork(condition, null, Framing.OWN, at);
    AnswerTable table = new AnswerTable(5, new ItemKeys(List.of()));
    Rows.of(arm, "news-a", 1L).quizzes("1", "1").forEach(table::add);

    assertThat(table.lastTurn(arm)).isEqualTo(last);
  }

  @Test
  void a_sitting_that_is_not_there_is_told() {
    AnswerTable table = Rows.table(dialogue("news-a", 1).quizzes("1"));

    assertThatThrownBy(() -> accuracies(table, new Sitting(CLOSED, 0), Slice.ALL, Rules.PRIMARY))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("The results have no arm 'closed-book' of the student 'weak'");
    assertThatThrownBy(() -> accuracies(table, new Sitting(DYNAMIC, 3), Slice.ALL, Rules.PRIMARY))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Dialogues of 'dynamic' have 2 turns; there is no quiz after turn 3.");
  }

  @Test
  void failures_of_another_part_are_taken_over() {
    AnswerTable table = Rows.table(dialogue("news-a", 1).quizzes("1"));
    AnswerTable other = Rows.table(List.of());
    other.add(dialogue("news-b", 1).failed().dialogue("it broke"));
    table.add(other);

    assertThat(table.failures(DYNAMIC).dialogues()).isEqualTo(2);
    assertThat(table.failures(DYNAMIC).reasons()).containsExactly(entry("it broke", 1));
  }

  /** News has one item, which is easy; one of its dialogues failed before any quiz. */
  @ParameterizedTest
  @CsvSource(nullValues = "-", textBlock = "EASY, 0.5\nHARD, -")
  void nothing_is_counted_of_a_level_that_a_concept_has_not(Level level, Double expected) {
    AnswerTable table = Rows.table(dialogue("news-a", 1).quizzes("1"));
    table.add(dialogue("news-a", 2).failed().dialogue("it broke"));
    Rules planned = new Rules(ParseFailures.WRONG, FailedDialogues.ALL_PLANNED);

    assertThat(
            accuracies(table, new Sitting(DYNAMIC, 0), new Slice(null, level), planned)
                .get("news-a"))
        .isEqualTo(expected);
  }

  @Test
  void answers_of_two_studies_are_told() {
    AnswerRow row = dialogue("news-a", 1).quizzes("1").getFirst();
    AnswerRow other =
        new AnswerRow(
            "another",
            row.concept(),
            row.domain(),
            row.arm(),
            row.repeat(),
            row.turn(),
            row.item(),
            row.level(),
            null,
            row.shown(),
            row.choice(),
            true,
            true,
            "finished");

    assertThatThrownBy(() -> Rows.table(List.of(row, other)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("more than one study?");
  }

  @Test
  void the_mean_of_a_figure_is_weighted_by_units() {
    List<AnswerRow> rows =
        Rows.all(
            dialogue("news-a", 1).quizzes("11"),
            dialogue("news-b", 1).quizzes("10"),
            dialogue("lyrics-a", 1).quizzes("00"));
    Sitting start = new Sitting(DYNAMIC, 0);
    Evidence evidence = Rows.evidence(rows);
    Evidence byDomain = Evidence.primary(evidence.table(), Rows.units(rows, Weighting.BY_DOMAIN));

    assertThat(evidence.mean(evidence.quizzes(start), ParseFailures.WRONG))
        .isEqualTo(0.5, within(1e-12));
    assertThat(byDomain.mean(byDomain.quizzes(start), ParseFailures.WRONG))
        .isEqualTo(0.375, within(1e-12));
    assertThat(evidence.table().domains()).containsExactly("lyrics", "news");
    assertThat(evidence.mean(evidence.quizzes(start), Control.ALWAYS_FIRST)).isNull();
    assertThat(Map.of("chance", evidence.mean(evidence.quizzes(start), Control.CHANCE)))
        .containsEntry("chance", 0.25);
  }
}
