package dev.interact.orchestrator.plan;

import dev.interact.orchestrator.budget.Prices;
import dev.interact.orchestrator.ledger.CallSpec;

/**
 * What a call of some model and kind takes.
 *
 * @param calls recorded calls that it is calibrated by; 0 where all is assumed
 * @param inputRate tokens of a prompt for each token of its upper bound
 * @param outputTokens of an answer, on average
 * @param replyCharacters of an answer, on average
 */
record Estimate(long calls, double inputRate, double outputTokens, double replyCharacters) {
  /** An answer without any like it is taken for half as long as it may be. */
  static final double OUTPUT_SHARE = 0.5;

  private static final Estimate ASSUMED = new Estimate(0, 0, 0, 0);

  static Estimate assumed() {
    return ASSUMED;
  }

  boolean isAssumed() {
    return calls == 0;
  }

  /**
   * Tokens of a prompt.
   *
   * @param bound at most
   * @param guess without any calls like it
   */
  long input(long bound, long guess) {
    return isAssumed() ? guess : Math.round(inputRate * bound);
  }

  /** Tokens of an answer. */
  double output(CallSpec call) {
    int most = call.sampling().maxTokens();
    return isAssumed() ? most * OUTPUT_SHARE : Math.min(outputTokens, most);
  }

  /** Characters of an answer, for the prompts that show it. */
  int characters(CallSpec call) {
    return (int)
        Math.ceil(isAssumed() ? output(call) * Prices.CHARACTERS_A_TOKEN : replyCharacters);
  }

  StudyPlan.Basis basis() {
    return isAssumed()
        ? new StudyPlan.Basis(0, 1.0 / Prices.CHARACTERS_A_TOKEN, null)
        : new StudyPlan.Basis(calls, inputRate, outputTokens);
  }
}
