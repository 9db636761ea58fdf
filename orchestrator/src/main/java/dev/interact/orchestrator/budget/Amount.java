package dev.interact.orchestrator.budget;

/**
 * What something costs, or may cost.
 *
 * @param nanos billionths of a US dollar
 * @param tokens of prompts and answers together
 * @param calls model requests
 */
public record Amount(long nanos, long tokens, long calls) {
  public static final Amount ZERO = new Amount(0, 0, 0);

  public Amount plus(Amount other) {
    return new Amount(nanos + other.nanos, tokens + other.tokens, calls + other.calls);
  }

  public Amount minus(Amount other) {
    return new Amount(nanos - other.nanos, tokens - other.tokens, calls - other.calls);
  }
}
