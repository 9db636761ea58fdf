package dev.interact.analysis;

import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.answers.Repeat;
import dev.interact.analysis.table.AnswerTable;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.ItemKeys;
import dev.interact.analysis.table.Units;
import dev.interact.analysis.table.Weighting;
import dev.interact.study.Concept.Level;
import dev.interact.study.QuizMode;
import dev.interact.study.Style;
import dev.interact.study.fork.Framing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The answers of a dialogue, written short: {@code "1-0"} is a quiz of three items, one right, one
 * that could not be read, one wrong. Items have four options and the levels easy, medium, hard in
 * turn; the domain of {@code news-a} is {@code news}.
 */
public record Rows(ArmKey arm, String concept, Repeat repeat, String status) {
  public static final int TURNS = 2;

  /** A finished dialogue. */
  public static Rows of(ArmKey arm, String concept, Long seed) {
    return new Rows(arm, concept, new Repeat(seed, 0, 0, null), "finished");
  }

  public Rows failed() {
    return new Rows(arm, concept, repeat, "failed");
  }

  /** An arm that asks nothing. */
  public static ArmKey arm(String condition, String lessonAuthor) {
    return new ArmKey(
        condition, "weak", null, lessonAuthor, QuizMode.SHEET, null, null, null, null, null);
  }

  /** An arm that asks the teacher. */
  public static ArmKey dynamic(String lessonAuthor) {
    String condition = lessonAuthor == null ? "dynamic" : "dynamic-with-lesson";
    return new ArmKey(
        condition,
        "weak",
        "teacher",
        lessonAuthor,
        QuizMode.SHEET,
        "plain",
        Style.FULL,
        null,
        null,
        null);
  }

  /** A fork of such an arm. */
  public static ArmKey fork(String kind, String from, Framing framing, Integer at) {
    return new ArmKey(
        kind, "weak", "teacher", null, QuizMode.SHEET, null, Style.FULL, from, framing, at);
  }

  public String id() {
    return arm + "/" + concept + "/" + repeat;
  }

  public String domain() {
    return concept.replaceAll("-.*", "");
  }

  /** The answers, a quiz a turn from turn 0; an empty quiz was not sat. */
  public List<AnswerRow> quizzes(String... marks) {
    List<AnswerRow> rows = new ArrayList<>();
    for (int turn = 0; turn < marks.length; turn++) {
      for (int item = 0; item < marks[turn].length(); item++) {
        rows.add(answer(turn, item, marks[turn].charAt(item)));
      }
    }
    return rows;
  }

  private AnswerRow answer(int turn, int item, char mark) {
    return new AnswerRow(
        id(),
        concept,
        domain(),
        arm,
        repeat,
        turn,
        "i" + item,
        Level.values()[item % 3],
        null,
        List.of(2, 0, 3, 1),
        mark == '-' ? null : mark == '1' ? 0 : 1,
        mark == '1',
        mark != '-',
        status);
  }

  /** The row of the dialogue itself. */
  public DialogueRow dialogue(String reason) {
    return new DialogueRow(
        id(), concept, domain(), arm, repeat, null, status, reason, null, List.of());
  }

  /** The row of a fork. */
  public DialogueRow borrowing(String donor) {
    return new DialogueRow(
        id(), concept, domain(), arm, repeat, donor, status, null, null, List.of());
  }

  /** A row of the selection or the reported half. */
  public static AnswerRow half(AnswerRow row, String half) {
    return new AnswerRow(
        row.dialogue(),
        row.concept(),
        row.domain(),
        row.arm(),
        row.repeat(),
        row.turn(),
        row.item(),
        row.level(),
        half,
        row.shown(),
        row.choice(),
        row.correct(),
        row.parsed(),
        row.status());
  }

  @SafeVarargs
  public static List<AnswerRow> all(List<AnswerRow>... dialogues) {
    return Arrays.stream(dialogues).flatMap(List::stream).toList();
  }

  /** A table of {@value #TURNS} turns. */
  public static AnswerTable table(List<AnswerRow> rows) {
    AnswerTable table = new AnswerTable(TURNS, new ItemKeys(List.of()));
    rows.forEach(table::add);
    return table;
  }

  /** The primary analysis, each concept with the same weight. */
  public static Evidence evidence(List<AnswerRow> rows) {
    return Evidence.primary(table(rows), units(rows, Weighting.BY_CONCEPT));
  }

  public static Units units(List<AnswerRow> rows, Weighting weighting) {
    Map<String, String> domains =
        rows.stream().collect(Collectors.toMap(AnswerRow::concept, AnswerRow::domain, (a, b) -> a));
    return new Units(Map.of(), domains, weighting);
  }
}
