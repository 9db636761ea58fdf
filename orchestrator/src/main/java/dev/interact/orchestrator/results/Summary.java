package dev.interact.orchestrator.results;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interact.orchestrator.progress.Arm;
import dev.interact.orchestrator.status.Spending;
import dev.interact.orchestrator.status.StudyStatus;
import java.util.List;

/**
 * {@code summary.json}: a study's results in brief.
 *
 * @param concepts how many the study has
 * @param cells one for each arm
 * @param flips of answers at temperature 0 that were given twice; empty where none were
 * @param failures why dialogues failed, most frequent first
 */
record Summary(
    Study study,
    int concepts,
    List<Cell> cells,
    List<Retests.Flips> flips,
    Totals totals,
    List<StudyStatus.Failure> failures) {

  /** Which study; {@code turns} is the number of questions in a dialogue. */
  record Study(String id, String name, String state, int turns) {}

  /**
   * One arm.
   *
   * @param n concepts with at least one finished dialogue
   * @param dialogues planned
   * @param failed dialogues that failed; they are in no accuracy
   * @param turns that its finished dialogues have on average; null where they have none
   * @param curve accuracy after each turn; a dialogue that ended early keeps its last, as the
   *     {@link Horizon} says
   * @param reportedHalf the same on the reported half of each quiz; null in studies that select no
   *     questions by it
   * @param passAt Pass@k after each turn; empty where a sheet is sat once
   * @param gain accuracy after the last turn less that before the first; null without turns
   * @param calls model answers that its dialogues used, shared ones included
   * @param sharedPrefix which part of the input tokens, from 0 to 1, repeats how an earlier call of
   *     the same dialogue and role begins, to the same model, estimated from finished dialogues;
   *     null where there are none
   * @param cost in US dollars
   */
  @JsonPropertyOrder("arm")
  record Cell(
      @JsonUnwrapped Arm arm,
      int n,
      long dialogues,
      long failed,
      Double turns,
      List<Curve.Point> curve,
      List<Curve.Point> reportedHalf,
      List<PassAt.Point> passAt,
      Double gain,
      long calls,
      StudyStatus.Tokens tokens,
      Double sharedPrefix,
      double cost) {}

  /**
   * Of the whole study; a call that several cells share counts once.
   *
   * @param sharedPrefix as of a cell
   */
  record Totals(
      long calls, long attempts, StudyStatus.Tokens tokens, Double sharedPrefix, double cost) {
    static Totals of(List<Spending.Line> lines, Double sharedPrefix) {
      return new Totals(
          lines.stream().mapToLong(Spending.Line::calls).sum(),
          lines.stream().mapToLong(Spending.Line::attempts).sum(),
          Spending.tokens(lines),
          sharedPrefix,
          lines.stream().mapToDouble(Spending.Line::cost).sum());
    }
  }
}
