package dev.interact.orchestrator.results;

import dev.interact.orchestrator.status.Spending;
import dev.interact.orchestrator.status.StudyStatus;
import dev.interact.study.Condition;
import dev.interact.study.QuizMode;
import java.util.List;

/**
 * {@code summary.json}: a study's results in brief.
 *
 * @param concepts how many the study has
 * @param cells by condition, student, teacher, lesson author and quiz mode
 * @param failures why dialogues failed, most frequent first
 */
record Summary(
    Study study,
    int concepts,
    List<Cell> cells,
    Totals totals,
    List<StudyStatus.Failure> failures) {

  /** Which study; {@code turns} is the number of questions in a dialogue. */
  record Study(String id, String name, String state, int turns) {}

  /**
   * One cell.
   *
   * @param teacher null where nobody answers questions
   * @param lessonAuthor null where there is no lesson
   * @param n concepts with at least one finished dialogue
   * @param dialogues planned
   * @param failed dialogues that failed; they are in no accuracy
   * @param curve accuracy after each turn
   * @param gain accuracy after the last turn less that before the first; null without turns
   * @param calls model answers that its dialogues used, shared ones included
   * @param cost in US dollars
   */
  record Cell(
      Condition condition,
      String student,
      String teacher,
      String lessonAuthor,
      QuizMode quizMode,
      int n,
      long dialogues,
      long failed,
      List<Curve.Point> curve,
      Double gain,
      long calls,
      StudyStatus.Tokens tokens,
      double cost) {}

  /** Of the whole study; a call that several cells share counts once. */
  record Totals(long calls, long attempts, StudyStatus.Tokens tokens, double cost) {
    static Totals of(List<Spending.Line> lines) {
      return new Totals(
          lines.stream().mapToLong(Spending.Line::calls).sum(),
          lines.stream().mapToLong(Spending.Line::attempts).sum(),
          Summary.tokens(lines),
          lines.stream().mapToDouble(Spending.Line::cost).sum());
    }
  }

  static StudyStatus.Tokens tokens(List<Spending.Line> lines) {
    return new StudyStatus.Tokens(
        lines.stream().mapToLong(Spending.Line::input).sum(),
        lines.stream().mapToLong(Spending.Line::output).sum());
  }
}
