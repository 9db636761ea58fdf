package dev.interact.cli.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * What a study would take.
 *
 * @param lines by model and kind of call
 * @param budget null where nothing caps it
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Plan(
    String study,
    String name,
    long dialogues,
    List<Line> lines,
    Totals totals,
    Seats seats,
    Limits budget) {

  /** What people are asked in the dialogues that they sit in; null where there are none. */
  public record Seats(long dialogues, long questions, long sheets) {}

  /** Numbers of calls: recorded ones cost nothing. */
  public record Calls(long planned, long recorded, @JsonProperty("new") long fresh) {}

  /**
   * New calls of one kind to one model: tokens and US dollars, estimated and at most.
   *
   * @param sharedPrefix which part of the input tokens repeats how an earlier call of the same
   *     dialogue begins; null where no call is new
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Line(
      String model,
      String kind,
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
   * @param calls recorded calls of the same model and kind; 0 where all is assumed
   * @param outputTokens of an answer; null where a share of the most is assumed
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Basis(long calls, double inputRate, Double outputTokens) {}

  /** Of the whole study, as of a line. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Totals(
      Calls calls,
      Tokens tokens,
      Tokens tokensAtMost,
      double cost,
      double costAtMost,
      Double sharedPrefix) {}

  /**
   * The study's cap.
   *
   * @param spent so far, in US dollars
   * @param exceeded the part that the estimate exceeds; null for none
   * @param exceededAtMost the same of the upper bound
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Limits(
      Double usd, Long tokens, Long calls, double spent, String exceeded, String exceededAtMost) {
    /** The cap alone. */
    public Amount cap() {
      return new Amount(usd, tokens, calls);
    }
  }
}
