package dev.interact.orchestrator.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interact.orchestrator.ledger.CallKind;
import java.util.List;

/**
 * What a study would take. Calls are counted exactly, for the keys of those to come are known
 * already; only sheets that cannot be read and have to be asked for again are not foreseen.
 *
 * @param study its id
 * @param lines by model and kind of call
 * @param seats null where no person takes part
 * @param budget null where nothing caps it
 */
public record StudyPlan(
    String study,
    String name,
    long dialogues,
    List<Line> lines,
    Totals totals,
    Seats seats,
    Limits budget) {

  /**
   * What people are asked, which is no call and costs nothing.
   *
   * @param dialogues in which a person is the student
   * @param questions that they are to ask
   * @param sheets of quizzes that they are to sit
   */
  public record Seats(long dialogues, long questions, long sheets) {}

  /**
   * Numbers of calls; one that several dialogues share counts once.
   *
   * @param recorded those with an answer in the ledger, which cost nothing
   * @param fresh those that have to be made
   */
  public record Calls(long planned, long recorded, @JsonProperty("new") long fresh) {}

  /** Tokens of the new calls. */
  public record Tokens(long input, long output) {}

  /**
   * The calls of one kind to one model.
   *
   * @param tokens estimated
   * @param tokensAtMost if every answer is as long as it may be
   * @param cost in US dollars, at the registry's present prices
   * @param sharedPrefix which part of the input tokens, from 0 to 1, repeats how an earlier new
   *     call of the same dialogue and role begins, to the same model: what providers may bill at a
   *     discount; null where no call is new
   */
  public record Line(
      String model,
      CallKind kind,
      Calls calls,
      Tokens tokens,
      Tokens tokensAtMost,
      double cost,
      double costAtMost,
      Double sharedPrefix,
      Basis basis) {}

  /**
   * What an estimate rests on.
   *
   * @param calls recorded calls of the same model and kind that it is calibrated by; 0 where it is
   *     assumed
   * @param inputRate tokens of a prompt for each byte of it, or for each character where assumed
   * @param outputTokens of an answer; those that may be longest are cut at the most that they may
   *     have; null where a share of that is assumed
   */
  public record Basis(long calls, double inputRate, Double outputTokens) {}

  /**
   * Of the whole study.
   *
   * @param sharedPrefix as of a line
   */
  public record Totals(
      Calls calls,
      Tokens tokens,
      Tokens tokensAtMost,
      double cost,
      double costAtMost,
      Double sharedPrefix) {
    static Totals of(List<Line> lines, Double sharedPrefix) {
      return new Totals(
          new Calls(
              lines.stream().mapToLong(line -> line.calls().planned()).sum(),
              lines.stream().mapToLong(line -> line.calls().recorded()).sum(),
              lines.stream().mapToLong(line -> line.calls().fresh()).sum()),
          new Tokens(
              lines.stream().mapToLong(line -> line.tokens().input()).sum(),
              lines.stream().mapToLong(line -> line.tokens().output()).sum()),
          new Tokens(
              lines.stream().mapToLong(line -> line.tokensAtMost().input()).sum(),
              lines.stream().mapToLong(line -> line.tokensAtMost().output()).sum()),
          lines.stream().mapToDouble(Line::cost).sum(),
          lines.stream().mapToDouble(Line::costAtMost).sum(),
          sharedPrefix);
    }
  }

  /**
   * The study's own cap; that of its owner a month is not looked at.
   *
   * @param usd null where money is not capped; so with the others
   * @param spent by the study so far, in US dollars
   * @param exceeded the cap that the estimate would exceed, with what is spent; null for none
   * @param exceededAtMost the same if every answer is as long as it may be
   */
  public record Limits(
      Double usd, Long tokens, Long calls, double spent, String exceeded, String exceededAtMost) {}
}
