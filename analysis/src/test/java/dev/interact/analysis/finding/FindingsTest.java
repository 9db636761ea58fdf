package dev.interact.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.analysis.RandomAnswers;
import dev.interact.analysis.Rows;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Forest;
import dev.interact.analysis.report.Block.Notice;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Report;
import dev.interact.analysis.report.Report.Standing;
import dev.interact.analysis.report.Section;
import dev.interact.study.fork.Framing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {
  private static final ArmKey CLOSED = Rows.arm("closed-book", null);
  private static final ArmKey LESSON = Rows.arm("static-lesson", "author");
  private static final ArmKey DYNAMIC = Rows.dynamic(null);

  @TempDir Path folder;

  /**
   * Twelve concepts, or as many. Closed-book 25; a lesson 50; dialogues reach 100 on every other
   * concept and 50 on the rest, so that they are 25 points above the lesson.
   */
  private static List<AnswerRow> answers(int concepts) {
    List<AnswerRow> rows = new ArrayList<>();
    for (int i = 0; i < concepts; i++) {
      String concept = "news-%02d".formatted(i);
      String end = i % 2 == 0 ? "1111" : "1100";
      rows.addAll(Rows.of(CLOSED, concept, null).quizzes("1000"));
      rows.addAll(Rows.of(LESSON, concept, null).quizzes("1100"));
      rows.addAll(Rows.of(DYNAMIC, concept, 1L).quizzes("1000", "1000", end));
    }
    return rows;
  }

  private Report report(Results results) {
    return Findings.of(results.in(folder), 7);
  }

  private static Section section(Report report, String id) {
    return report.sections().stream()
        .filter(section -> section.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static <T extends Block> List<T> blocks(Section section, Class<T> type) {
    return section.blocks().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<String> texts(Section section) {
    return blocks(section, Text.class).stream().map(Text::text).toList();
  }

  private static Table table(Report report, String section, String id) {
    return blocks(section(report, section), Table.class).stream()
        .filter(table -> table.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Six differences of 50 points and six of 0: mean 25, standard deviation 26.112, t(11) at 0.975
   * is 2.20099, so that the interval is 25 +- 16.591. Of 2^6 sign flips that matter 2 are as far
   * from 0, and they count by half: p = 0.016. Two items of each of the six are gained.
   */
  @Test
  void asking_is_compared_with_a_lesson_as_worked_out_by_hand() {
    Report report = report(Results.of(answers(12)));

    assertThat(table(report, "rq2", "rq2-lesson-table").rows())
        .containsExactly(
            List.of(
                "dynamic (turn 2) − static-lesson",
                "12",
                "25.0 [8.4, 41.6]",
                "0.016",
                "0.89",
                "12",
                "0",
                "exploratory"));
    assertThat(texts(section(report, "rq2")))
        .contains(
            "With n = 12 concepts, dynamic (turn 2) is higher than static-lesson by 25.0 points [8.4, 41.6].",
            "With n = 12 concepts, dynamic first comes within 1 point of static-lesson, or above it, after 2 turns (95% CI 2 to 2); that it matches may be claimed from turn 2 on.");
    Forest.Row row = blocks(section(report, "rq2"), Forest.class).get(1).rows().getFirst();
    assertThat(row.value()).isEqualTo(25);
    assertThat(row.n()).isEqualTo(12);
    assertThat(report.standing()).isEqualTo(Standing.FINAL);
    assertThat(report.simulated()).isFalse();
  }

  @Test
  void where_all_concepts_agree_there_is_no_interval_and_it_is_said() {
    assertThat(texts(section(report(Results.of(answers(12))), "rq1")))
        .contains(
            "With n = 12 concepts, the difference of static-lesson − closed-book is 25.0 points on each of them, so that there is no interval.",
            "The study has no 'full-context' of these students, so that what a lesson leaves out is not known.");
  }

  @Test
  void of_few_clusters_no_interval_is_given_and_the_report_says_why() {
    Report report = report(Results.of(answers(8)));

    assertThat(texts(section(report, "rq2")))
        .contains(
            "With n = 8 concepts nothing can be decided, and no interval is given: the difference of dynamic (turn 2) − static-lesson is 25.0 points.");
    assertThat(blocks(section(report, "learning-curves"), Notice.class))
        .singleElement()
        .asString()
        .contains("fewer than 10 clusters");
    assertThat(table(report, "rq2", "rq2-lesson-table").rows().getFirst()).contains("25.0");
  }

  @Test
  void while_the_study_runs_everything_is_labelled_interim() {
    Report report = report(Results.of(answers(12)).running());

    assertThat(report.standing()).isEqualTo(Standing.INTERIM);
    assertThat(report.headline()).isNotEmpty().allMatch(text -> text.contains("Interim: With"));
    assertThat(table(report, "rq2", "rq2-lesson-table").columns())
        .anyMatch(column -> column.title().contains("interim 95% CI"));
  }

  @Test
  void without_primary_contrasts_everything_is_exploratory() {
    Report report = report(Results.of(answers(12)));

    assertThat(texts(section(report, "primary")))
        .singleElement()
        .asString()
        .contains("exploratory");
    assertThat(report.headline()).isNotEmpty().allMatch(text -> text.startsWith("Exploratory: "));
  }

  /**
   * One family: p of the difference is 1/64, of non-inferiority at 1 point that of t = 26/7.538 =
   * 3.449 at 11 degrees of freedom, 0.0027; by Holm 2 x 0.0027 = 0.005 and 0.016.
   */
  @Test
  void primary_contrasts_are_adjusted_within_their_family() {
    String contrasts =
        """
        {'contrasts':[
         {'question':'RQ2','one':{'condition':'dynamic'},'other':{'condition':'static-lesson'}},
         {'question':'RQ2','test':'non-inferiority','one':{'condition':'dynamic'},
          'other':{'condition':'static-lesson'}}]}""";

    Report report = report(Results.of(answers(12)).with(contrasts));

    assertThat(table(report, "primary", "primary-table").rows())
        .containsExactly(
            List.of(
                "RQ2",
                "dynamic (turn 2) − static-lesson",
                "not 0",
                "12",
                "25.0 [8.4, 41.6]",
                "0.016",
                "0.016",
                "shown"),
            List.of(
                "RQ2",
                "dynamic (turn 2) − static-lesson",
                "above -1 point",
                "12",
                "25.0 [8.4, 41.6]",
                "0.003",
                "0.005",
                "shown"));
    assertThat(table(report, "rq2", "rq2-lesson-table").rows().getFirst()).endsWith("primary");
    assertThat(report.headline())
        .contains(
            "RQ2: With n = 12 concepts, dynamic (turn 2) is higher than static-lesson by 25.0 points [8.4, 41.6]. After Holm's adjustment p is 0.016: shown.");
  }

  /** Ten news of 100 and two lyrics of 0: by concept 83.3, by domain 50. */
  @Test
  void the_weighting_is_stated_and_kept() {
    List<AnswerRow> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String concept = (i < 10 ? "news-" : "lyrics-") + i;
      rows.addAll(Rows.of(CLOSED, concept, null).quizzes(i < 10 ? "1111" : "0000"));
    }

    Report report = report(Results.of(rows).with("{'weighting':'domain'}"));

    assertThat(texts(section(report, "learning-curves")).getFirst())
        .contains("Each domain weighs the same in a mean");
    assertThat(table(report, "learning-curves", "learning-curves-table").rows().getFirst().get(3))
        .isEqualTo("50.0");
  }

  @Test
  void the_same_calls_are_never_tested() {
    String contrasts =
        """
        {'contrasts':[{'question':'RQ2','one':{'condition':'dynamic','turn':0},
         'other':{'condition':'closed-book'}}]}""";

    Section primary = section(report(Results.of(answers(12)).with(contrasts)), "primary");

    assertThat(blocks(primary, Table.class)).isEmpty();
    assertThat(blocks(primary, Notice.class))
        .anyMatch(notice -> notice.text().contains("are the same model calls"));
  }

  @Test
  void a_contrast_that_nothing_fits_is_named() {
    String contrasts =
        """
        {'contrasts':[{'question':'RQ1','one':{'condition':'full-context'},
         'other':{'condition':'closed-book'}}]}""";

    Section primary = section(report(Results.of(answers(12)).with(contrasts)), "primary");

    assertThat(blocks(primary, Notice.class))
        .anyMatch(
            notice -> notice.text().startsWith("RQ1: the results have no arms of 'full-context'"));
  }

  @Test
  void a_study_says_which_questions_it_does_not_answer() {
    Report report = report(Results.of(Rows.of(CLOSED, "news-a", null).quizzes("1000")));

    assertThat(texts(section(report, "rq1")))
        .containsExactly("The study has no 'static-lesson', so that RQ1 is not answered.");
    assertThat(texts(section(report, "rq2")).getFirst()).contains("RQ2 is not answered");
    assertThat(texts(section(report, "rq3")).getFirst()).contains("narrowing is not known");
    assertThat(texts(section(report, "rq4")).getFirst()).contains("RQ4 is not answered");
  }

  @Test
  void without_answers_nothing_is_said() {
    Report report = report(Results.of(List.of()));

    assertThat(report.sections()).isEmpty();
    assertThat(report.headline())
        .containsExactly("There is no answer yet, so that nothing can be said.");
  }

  /** Closed-book 50 or 75 of four options: 37.5 above chance, deviation 13.06, 37.5 +- 8.3. */
  @Test
  void comparisons_on_known_concepts_say_so() {
    List<AnswerRow> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.addAll(Rows.of(CLOSED, "news-" + i, null).quizzes(i % 2 == 0 ? "1100" : "1110"));
      rows.addAll(Rows.of(LESSON, "news-" + i, null).quizzes("1111"));
    }

    Report report = report(Results.of(rows));

    assertThat(texts(section(report, "closed-book-gate")))
        .containsExactly(
            "Before any lesson or question weak is above chance on all concepts by 37.5 points [29.2, 45.8]: it knows some of these concepts already, so that what is compared on them says less of learning.");
    assertThat(blocks(section(report, "rq1"), Notice.class))
        .anyMatch(notice -> notice.text().contains("concepts that it knows already"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'weak':{'model':'offline-weak','fingerprints':[]}}",
        "{'weak':{'model':null,'fingerprints':['fp_offline_1.0']}}",
        "{'real':{'model':'w-1'},'weak':{'model':'renamed','fingerprints':['fp','fp_offline_1.0']}}"
      })
  void offline_models_make_a_report_simulated(String models) {
    assertThat(report(Results.of(answers(12)).of(models, "{'cells':[]}")).simulated()).isTrue();
  }

  /** A dialogue that failed after turn 0 with 25; another was planned and never began. */
  @Test
  void missing_values_are_counted_in_every_way() {
    List<AnswerRow> rows =
        new ArrayList<>(Rows.of(DYNAMIC, "news-a", 1L).quizzes("1000", "11--", "11--"));
    rows.addAll(Rows.of(DYNAMIC, "news-b", 1L).failed().quizzes("1000"));
    List<DialogueRow> dialogues =
        List.of(Rows.of(DYNAMIC, "news-b", 1L).failed().dialogue("the model is gone"));

    Report report = report(Results.of(rows).and(dialogues));

    assertThat(table(report, "missing-values", "missing-values-table").rows())
        .containsExactly(
            List.of(
                "dynamic",
                "50.0",
                "50.0 (1)",
                "100.0 (1)",
                "62.5 (1)",
                "1 of 2",
                "50.0 (1)",
                "37.5 (2)",
                "25.0 (2)"));
    assertThat(table(report, "missing-values", "missing-values-reasons").rows())
        .containsExactly(List.of("dynamic", "the model is gone", "1"));
  }

  /** 50 points gained for $2. */
  @Test
  void cost_is_also_per_point_gained() {
    String summary =
        """
        {'totals':{'calls':9,'tokens':{'input':1500,'output':20},'shared_prefix':0.614,'cost':2.0},'cells':[
         {'condition':'dynamic','student':'weak','teacher':'teacher','lesson_author':null,'quiz_mode':'sheet',
          'strategy':'plain','style':'full','from':null,'framing':null,'at':null,'calls':9,
          'tokens':{'input':1500,'output':0},'shared_prefix':0.705,'cost':2.0}]}""";

    Report report = report(Results.of(answers(12)).of("{}", summary));

    assertThat(table(report, "cost", "cost-table").rows())
        .containsExactly(
            List.of("dynamic", "9", "1,500", "71%", "0", "$2.00", "50.0", "30", "$0.0400"));
    assertThat(texts(section(report, "cost")).getFirst())
        .contains("1,500 tokens in (about 61% of them in a shared prefix) and 20 tokens out");
  }

  @Test
  void sections_of_others_follow_the_questions() {
    Section more = new Section("rq5", "RQ5", List.of());

    Report report = Findings.of(Results.of(answers(12)).in(folder), 7, List.of(more));

    assertThat(report.sections())
        .extracting(Section::id)
        .containsSubsequence("rq4", "rq5", "closed-book-gate");
  }

  /** Gaps alone 25 or 50, after the dialogue 0 or 25 less: narrowing of 25 throughout. */
  @Test
  void narrowing_is_said_where_the_gap_is_shown() {
    List<AnswerRow> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      boolean even = i % 2 == 0;
      String concept = "news-" + i;
      rows.addAll(Rows.of(Rows.arm("static-lesson", "good"), concept, null).quizzes("1110"));
      rows.addAll(Rows.of(LESSON, concept, null).quizzes(even ? "1100" : "1000"));
      rows.addAll(Rows.of(Rows.dynamic("good"), concept, 1L).quizzes("1110", "1110", "1111"));
      rows.addAll(
          Rows.of(Rows.dynamic("author"), concept, 1L)
              .quizzes(even ? "1100" : "1000", "1110", i % 3 == 0 ? "1110" : "1111"));
    }

    List<String> texts = texts(section(report(Results.of(rows)), "rq3"));

    assertThat(texts.getFirst())
        .startsWith(
            "With n = 12 concepts a dialogue narrows the gap between static-lesson · lesson by good and static-lesson · lesson by author by 29.2 points [")
        .contains("The gap is 37.5 points [29.2, 45.8] without a dialogue and 8.3 points [");
  }

  @Test
  void a_borrowed_trace_is_compared_with_the_students_own() {
    ArmKey borrowed = Rows.fork("borrowed-trace", "strong", Framing.OWN, null);
    List<AnswerRow> rows = answers(12);
    for (int i = 0; i < 12; i++) {
      String end = i % 2 == 0 ? "1100" : "1000";
      rows.addAll(Rows.of(borrowed, "news-%02d".formatted(i), 1L).quizzes("1000", "1000", end));
    }

    Report report = report(Results.of(rows));

    assertThat(texts(section(report, "rq4")).getFirst())
        .isEqualTo(
            "With n = 12 concepts, borrowed-trace (turn 2) is lower than dynamic (turn 2): the difference is -37.5 points [-45.8, -29.2].");
    assertThat(texts(section(report, "rq4")).getLast()).contains("no control");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_order_of_rows_changes_nothing(long seed) {
    List<AnswerRow> rows = new RandomAnswers(seed).rows();
    List<AnswerRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(report(Results.of(shuffled))).isEqualTo(report(Results.of(rows)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void every_row_has_a_cell_for_every_column_and_every_id_is_unique(long seed) {
    Report report = report(Results.of(new RandomAnswers(seed).rows()));

    List<Table> tables =
        report.sections().stream()
            .flatMap(section -> blocks(section, Table.class).stream())
            .toList();
    assertThat(tables).isNotEmpty().extracting(Table::id).doesNotHaveDuplicates();
    assertThat(tables)
        .allSatisfy(
            table ->
                assertThat(table.rows())
                    .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns())));
  }
}
