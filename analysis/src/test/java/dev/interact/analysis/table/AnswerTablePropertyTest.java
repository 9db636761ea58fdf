package dev.interact.analysis.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interact.analysis.RandomAnswers;
import dev.interact.analysis.Rows;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.study.Concept.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTablePropertyTest {
  private static final List<Slice> SLICES =
      List.of(Slice.ALL, new Slice("news", null), new Slice(null, Level.HARD));

  /** Every figure of a table, exactly. */
  private static Map<String, Scores> figures(AnswerTable table) {
    Map<String, Scores> figures = new TreeMap<>();
    for (ArmKey arm : table.arms()) {
      for (int turn = 0; turn <= table.lastTurn(arm); turn++) {
        for (Slice slice : SLICES) {
          for (FailedDialogues failed : FailedDialogues.values()) {
            for (Score score : ParseFailures.values()) {
              Sitting sitting = new Sitting(arm, turn);
              figures.put(
                  String.join(" ", sitting.toString(), slice.toString(), failed + " " + score),
                  table.quizzes(sitting, slice, failed).scores(score));
            }
          }
        }
      }
    }
    return figures;
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34})
  void the_order_of_rows_changes_nothing(long seed) {
    List<AnswerRow> rows = new RandomAnswers(seed).rows();
    List<AnswerRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(figures(Rows.table(shuffled))).isEqualTo(figures(Rows.table(rows)));
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44})
  void two_disjoint_parts_come_to_the_whole(long seed) {
    List<AnswerRow> rows = new RandomAnswers(seed).rows();
    Random random = new Random(seed);
    Map<Boolean, List<AnswerRow>> parts =
        rows.stream().collect(Collectors.partitioningBy(row -> random.nextBoolean()));
    AnswerTable table = Rows.table(parts.get(true));
    table.add(Rows.table(parts.get(false)));

    assertThat(figures(table)).isEqualTo(figures(Rows.table(rows)));
  }

  /** Worked out from the rows, with nothing of the table. */
  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53, 54})
  void accuracies_are_those_of_the_rows(long seed) {
    List<AnswerRow> rows = new RandomAnswers(seed).rows();
    AnswerTable table = Rows.table(rows);
    for (ArmKey arm : table.arms()) {
      Sitting end = new Sitting(arm, table.lastTurn(arm));
      Map<String, Double> accuracies =
          table
              .quizzes(end, Slice.ALL, FailedDialogues.COMPLETE_PAIRS)
              .scores(ParseFailures.WRONG)
              .means();
      Map<String, Double> expected = lastAccuracies(rows, arm);

      assertThat(accuracies.keySet()).isEqualTo(expected.keySet());
      accuracies.forEach(
          (concept, accuracy) ->
              assertThat(accuracy).isEqualTo(expected.get(concept), within(1e-12)));
    }
  }

  private static Map<String, Double> lastAccuracies(List<AnswerRow> rows, ArmKey arm) {
    Map<String, List<AnswerRow>> dialogues =
        rows.stream()
            .filter(row -> row.arm().equals(arm) && row.status().equals("finished"))
            .collect(Collectors.groupingBy(AnswerRow::dialogue));
    return dialogues.values().stream()
        .collect(
            Collectors.groupingBy(
                dialogue -> dialogue.getFirst().concept(),
                Collectors.averagingDouble(AnswerTablePropertyTest::lastAccuracy)));
  }

  private static double lastAccuracy(List<AnswerRow> dialogue) {
    int last = dialogue.stream().mapToInt(AnswerRow::turn).max().orElseThrow();
    return dialogue.stream()
        .filter(row -> row.turn() == last)
        .mapToInt(row -> row.correct() ? 1 : 0)
        .average()
        .orElseThrow();
  }
}
