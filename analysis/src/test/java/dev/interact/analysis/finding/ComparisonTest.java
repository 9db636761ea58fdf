package dev.interact.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interact.analysis.RandomAnswers;
import dev.interact.analysis.Rows;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.report.Block.Forest;
import dev.interact.analysis.report.Block.Notice;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Report;
import dev.interact.analysis.source.Source;
import dev.interact.study.input.InvalidInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
  private static final ArmKey CLOSED = Rows.arm("closed-book", null);
  private static final ArmKey LESSON = Rows.arm("static-lesson", "author");

  @TempDir Path folder;

  private static Report compared(Source one, String first, Source other, String second) {
    return Comparison.of(
        new Comparison.Side(one, PlaceText.parse(first)),
        new Comparison.Side(other, PlaceText.parse(second)),
        7);
  }

  private static <T> List<T> blocks(Report report, Class<T> type) {
    return report.sections().getFirst().blocks().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static List<String> row(Report report) {
    return blocks(report, Table.class).getFirst().rows().getFirst();
  }

  private static List<AnswerRow> sat(ArmKey arm, String... marks) {
    List<AnswerRow> rows = new ArrayList<>();
    for (int i = 0; i < marks.length; i++) {
      rows.addAll(Rows.of(arm, "news-" + i, null).quizzes(marks[i]));
    }
    return rows;
  }

  /** Differences 50, 0, 0 and -25 points: mean 6.25; two items gained, one lost. */
  @Test
  void two_studies_are_compared_on_the_concepts_that_both_have() {
    Source one = Results.of(sat(LESSON, "1110", "1100", "1000", "0000", "1111")).in(folder);
    Source other =
        Results.of(sat(CLOSED, "1000", "1100", "1000", "0001")).named("older").in(folder);

    Report report = compared(one, "static-lesson", other, "closed-book");

    assertThat(row(report).subList(0, 3))
        .containsExactly("static-lesson in tiny − closed-book in older", "4", "6.3");
    assertThat(row(report).subList(5, 7)).containsExactly("2", "1");
    assertThat(blocks(report, Notice.class))
        .extracting(Notice::text)
        .anyMatch(text -> text.startsWith("Concepts without a pair") && text.endsWith(": 1."))
        .contains("The studies used other prompts for these domains: general.");
    assertThat(report.provenance()).extracting(fact -> fact.name()).contains("second, study id");
  }

  /** Each of them was served by one version. */
  @Test
  void studies_of_different_fingerprints_are_noticed() {
    Source one = Results.of(sat(LESSON, "1110", "1100")).in(folder);
    Source other =
        Results.of(sat(CLOSED, "1000", "1100"))
            .of("{'weak':{'model':'w-1','fingerprints':['fp2']}}", "{'cells':[],'totals':{}}")
            .named("older")
            .in(folder);

    Report report = compared(one, "static-lesson", other, "closed-book");

    assertThat(blocks(report, Notice.class))
        .extracting(Notice::text)
        .contains(
            "The calls of weak were served by several versions of its model (fp1 in static-lesson in tiny; fp2 in closed-book in older): a difference here may be one between versions.");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void exchanging_the_places_negates(long seed) {
    Source source = Results.of(new RandomAnswers(seed).rows()).in(folder);

    Report there = compared(source, "dynamic", source, "static-lesson");
    Report back = compared(source, "static-lesson", source, "dynamic");

    Forest.Row one = blocks(there, Forest.class).getFirst().rows().getFirst();
    Forest.Row other = blocks(back, Forest.class).getFirst().rows().getFirst();
    assertThat(one.low()).isNotNull();
    assertThat(one.value()).isCloseTo(-other.value(), within(1e-9));
    assertThat(one.low()).isCloseTo(-other.high(), within(1e-9));
    assertThat(one.high()).isCloseTo(-other.low(), within(1e-9));
    assertThat(row(there).get(3)).isEqualTo(row(back).get(3));
    assertThat(row(there).get(5)).isEqualTo(row(back).get(6));
    assertThat(row(there).get(6)).isEqualTo(row(back).get(5));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_copy_of_a_study_compares_as_the_study_itself(long seed) {
    Source source = Results.of(new RandomAnswers(seed).rows()).in(folder);
    Source copy = Results.of(new RandomAnswers(seed).rows()).in(folder);

    List<String> own = row(compared(source, "dynamic", source, "static-lesson"));
    List<String> copied = row(compared(source, "dynamic", copy, "static-lesson"));

    assertThat(copied.subList(1, 9)).isEqualTo(own.subList(1, 9));
  }

  @Test
  void what_nothing_fits_is_told_with_what_there_is() {
    Source source = Results.of(sat(LESSON, "1110")).in(folder);

    assertThatThrownBy(() -> compared(source, "dynamic:student=gpt", source, "static-lesson"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Nothing in the study 'tiny' fits 'dynamic:student=gpt'. It has:\n"
                + "  static-lesson:student=weak,lesson_author=author,quiz_mode=sheet.");
  }

  @Test
  void the_same_calls_and_strangers_are_refused() {
    Source source = Results.of(sat(LESSON, "1110")).in(folder);
    Source stranger = Results.of(Rows.of(LESSON, "lyrics-a", null).quizzes("1000")).in(folder);

    assertThatThrownBy(() -> compared(source, "static-lesson", source, "static-lesson"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("compared with itself");
    assertThatThrownBy(() -> compared(source, "static-lesson", stranger, "static-lesson"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no concept in common");
  }
}
