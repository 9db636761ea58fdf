package dev.interact.analysis.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.analysis.StudyFolder;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.answers.Repeat;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Section;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import dev.interact.study.QuizMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperCheckTest {
  private static final String STUDY =
      "{'name': 'made-up', 'students': ['weak'], 'lesson_authors': ['weak', 'strong'], 'turns': 5}";

  @TempDir Path folder;

  private static ArmKey arm(String condition, String author) {
    return new ArmKey(
        condition, "weak", null, author, QuizMode.SHEET, null, null, null, null, null);
  }

  private static Concept concept(int number, String domain) {
    QuizItem item = new QuizItem("i0", null, "Who?", List.of("a", "b", "c", "d"), 0, Map.of());
    return new Concept(
        "c" + number, domain, "A text", "Words.", null, List.of(item), null, null, null);
  }

  private static void sit(StudyFolder study, Concept concept, ArmKey arm, String... quizzes) {
    String id = arm + concept.id();
    Repeat once = new Repeat(null, 0, 0, null);
    List<AnswerRow> rows = new ArrayList<>();
    for (int at = 0; at < 4 * quizzes.length; at++) {
      int item = at % 4;
      boolean right = quizzes[at / 4].charAt(item) == '1';
      rows.add(
          new AnswerRow(
              id,
              concept.id(),
              concept.domain(),
              arm,
              once,
              at / 4,
              "i" + item,
              null,
              null,
              List.of(0, 1, 2, 3),
              right ? 0 : 1,
              right,
              true,
              "finished"));
    }
    study
        .answers(rows)
        .dialogue(
            new DialogueRow(
                id,
                concept.id(),
                concept.domain(),
                arm,
                once,
                null,
                "finished",
                null,
                null,
                List.of()));
  }

  /** A lesson by a strong author adds 50 points on average, one by a weak author 25. */
  private static StudyFolder study(int concepts, String domain) {
    return study(STUDY, concepts, domain);
  }

  /** And asking adds 25 or 75 in one turn. */
  private static StudyFolder study(String settings, int concepts, String domain) {
    StudyFolder study = new StudyFolder(settings);
    for (int number = 0; number < concepts; number++) {
      Concept concept = concept(number, domain);
      study.concept(concept);
      boolean even = number % 2 == 0;
      sit(study, concept, arm("closed-book", null), "0000");
      sit(study, concept, arm("static-lesson", "weak"), even ? "1000" : "0010");
      sit(study, concept, arm("static-lesson", "strong"), even ? "1110" : "0010");
      sit(study, concept, arm("full-context", null), "1111");
      sit(study, concept, arm("dynamic", null), "0000", even ? "0111" : "0001");
    }
    return study;
  }

  private List<List<String>> rows(Section section, String claim) {
    return section.blocks().stream()
        .filter(Block.Table.class::isInstance)
        .map(Block.Table.class::cast)
        .filter(table -> table.id().equals("paper-comparisons"))
        .flatMap(table -> table.rows().stream())
        .filter(row -> row.getFirst().equals(claim))
        .toList();
  }

  @Test
  void a_claim_of_a_model_of_the_paper_gets_a_verdict_beside_its_figure() {
    Section section =
        PaperCheck.of(
            study(20, "news").model("weak", "llama3.1:8b").model("strong", "gpt-4o").in(folder));

    assertThat(rows(section, "rq1-lesson"))
        .extracting(row -> row.subList(1, 7))
        .contains(
            List.of(
                "static-lesson · lesson by strong less closed-book",
                "70.88 - 38.12 = +32.76",
                "+50.00",
                "+38.00 to +62.00",
                "20",
                "supported"));
    assertThat(rows(section, "rq3-lesson-static"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get(1))
                  .isEqualTo(
                      "static-lesson · lesson by strong less static-lesson · lesson by weak");
              assertThat(row.get(2)).isEqualTo("70.88 - 65.42 = +5.46");
              assertThat(row.get(3)).isEqualTo("+25.00");
              assertThat(row.getLast()).isEqualTo("supported");
            });
    assertThat(rows(section, "rq2-gain"))
        .containsExactly(
            List.of(
                "rq2-gain",
                "dynamic (turn 5) less dynamic (turn 0)",
                "+22.01",
                "+50.00",
                "+38.00 to +62.00",
                "20",
                "supported"));
    assertThat(section.blocks().getFirst().toString()).contains(" supported", "not tested");
  }

  @Test
  void clusters_that_all_agree_or_are_few_decide_nothing() {
    Section section = PaperCheck.of(study(8, "news").model("weak", "llama3.1:8b").in(folder));

    assertThat(rows(section, "rq1-lesson"))
        .hasSize(2)
        .allSatisfy(
            row ->
                assertThat(row.subList(4, 7))
                    .containsExactly("-", "8", "not decidable with this n"));
  }

  @Test
  void of_simulated_models_the_direction_alone_is_said() {
    Section section =
        PaperCheck.of(study(20, "news").model("weak", "llama3.1:8b", "fp_offline_1").in(folder));

    assertThat(rows(section, "rq1-lesson"))
        .hasSize(2)
        .allSatisfy(
            row ->
                assertThat(row.getLast())
                    .isEqualTo(
                        "not comparable (simulated models); the estimate is as the claim says"));
    assertThat(section.blocks().getFirst()).isInstanceOf(Block.Notice.class);
  }

  @Test
  void other_models_and_other_domains_are_not_compared() {
    assertThat(rows(PaperCheck.of(study(20, "news").in(folder)), "rq1-lesson").getFirst())
        .satisfies(row -> assertThat(row.get(2)).isEqualTo("-"))
        .satisfies(
            row ->
                assertThat(row.getLast())
                    .startsWith("not comparable (other models than the paper's)"));
    assertThat(
            rows(
                    PaperCheck.of(study(20, "recipes").model("weak", "llama3.1:8b").in(folder)),
                    "rq1-lesson")
                .getFirst()
                .getLast())
        .startsWith("not comparable (other domains than the paper's)");
  }

  @Test
  void of_recovery_each_definition_has_its_share_and_none_a_verdict() {
    Section section = PaperCheck.of(study(20, "news").model("weak", "llama3.1:8b").in(folder));

    assertThat(rows(section, "rq2-recovery"))
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.get(1)).contains("in per cent", "full-context");
              assertThat(row.subList(2, 5))
                  .containsExactly("75.49 %", "+50.00", "+38.00 to +62.00");
              assertThat(row.getLast()).isEqualTo("not comparable; its definition is not known");
            });
  }

  @Test
  void more_turns_than_the_papers_are_another_claim() {
    String longer = STUDY.replace("'turns': 5", "'turns': 8");

    Section section =
        PaperCheck.of(study(longer, 20, "news").model("weak", "llama3.1:8b").in(folder));

    assertThat(rows(section, "rq2-gain").getFirst().getLast())
        .isEqualTo("not comparable (8 turns, not 5); the estimate is as the claim says");
    assertThat(rows(section, "rq1-bound").getFirst().getLast()).isEqualTo("supported");
  }

  @Test
  void what_a_study_lacks_it_does_not_test() {
    Section section = PaperCheck.of(study(20, "news").in(folder));

    for (String claim :
        List.of("rq2-gain-lesson", "rq3-teacher", "rq4-borrowed", "rq5-alignment")) {
      assertThat(rows(section, claim))
          .containsExactly(List.of(claim, "-", "-", "-", "-", "-", "not tested by this study"));
    }
  }
}
