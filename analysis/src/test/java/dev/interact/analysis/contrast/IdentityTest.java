package dev.interact.analysis.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.analysis.Rows;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.AnswerTable;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.QuizMode;
import dev.interact.study.Style;
import dev.interact.study.fork.Framing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
  private static final Map<String, ArmKey> ARMS =
      Map.of(
          "closed", Rows.arm("closed-book", null),
          "dynamic", Rows.dynamic(null),
          "static", Rows.arm("static-lesson", "author"),
          "static by other", Rows.arm("static-lesson", "other"),
          "with lesson", Rows.dynamic("author"),
          "full", Rows.arm("full-context", null),
          "borrowed", Rows.fork("borrowed-trace", "strong", Framing.OBSERVED, null),
          "by item",
              new ArmKey(
                  "closed-book", "weak", null, null, QuizMode.ITEM, null, null, null, null, null),
          "strong",
              new ArmKey(
                  "closed-book",
                  "strong",
                  null,
                  null,
                  QuizMode.SHEET,
                  null,
                  null,
                  null,
                  null,
                  null),
          "candidates",
              new ArmKey(
                  "candidates",
                  "weak",
                  "teacher",
                  null,
                  QuizMode.SHEET,
                  "plain",
                  Style.FULL,
                  null,
                  Framing.OWN,
                  2));

  private static Sitting sitting(String arm, int turn) {
    return new Sitting(ARMS.get(arm), turn);
  }

  @ParameterizedTest
  @CsvSource({
    "closed, 0, dynamic, 0, true",
    "closed, 0, borrowed, 0, true",
    "static, 0, with lesson, 0, true",
    "dynamic, 1, dynamic, 1, true",
    "candidates, 1, dynamic, 1, true",
    "closed, 0, dynamic, 1, false",
    "closed, 0, static, 0, false",
    "static, 0, static by other, 0, false",
    "static by other, 0, with lesson, 0, false",
    "closed, 0, full, 0, false",
    "closed, 0, by item, 0, false",
    "closed, 0, strong, 0, false",
    "dynamic, 1, borrowed, 1, false",
    "dynamic, 1, dynamic, 2, false",
    "candidates, 2, dynamic, 2, false",
    "candidates, 1, with lesson, 1, false",
  })
  void sittings_are_identical_where_their_calls_are(
      String one, int turn, String other, int otherTurn, boolean identical) {
    AnswerTable table = Rows.table(List.of());
    Sitting first = sitting(one, turn);
    Sitting second = sitting(other, otherTurn);

    assertThat(Identity.of(table, first, second).isPresent()).isEqualTo(identical);
    assertThat(Identity.of(table, second, first).isPresent()).isEqualTo(identical);
  }

  @Test
  void a_sheet_of_half_the_items_is_another_call() {
    AnswerRow reported = Rows.of(ARMS.get("dynamic"), "news-a", 1L).quizzes("1").getFirst();
    List<AnswerRow> whole = Rows.of(ARMS.get("closed"), "news-a", null).quizzes("10");
    AnswerTable table =
        Rows.table(
            List.of(
                Rows.half(reported, "reported"),
                Rows.half(whole.get(0), "reported"),
                Rows.half(whole.get(1), "selection")));

    assertThat(Identity.of(table, sitting("closed", 0), sitting("dynamic", 0))).isEmpty();
  }
}
