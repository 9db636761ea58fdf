package dev.interact.orchestrator.budget;

import dev.interact.contracts.event.Fact;
import dev.interact.study.Budget;
import java.math.BigDecimal;

/**
 * What something costs, or may cost.
 *
 * @param nanos billionths of a US dollar
 * @param tokens of prompts and answers together
 * @param calls model requests
 */
public record Amount(long nanos, long tokens, long calls) {
  public static final Amount ZERO = new Amount(0, 0, 0);

  /** The same as it is told. */
  Fact.Sum told() {
    return new Fact.Sum(dollars(nanos), tokens, calls);
  }

  /** Billionths of a dollar in dollars, without needless zeros. */
  static BigDecimal dollars(long nanos) {
    BigDecimal dollars = BigDecimal.valueOf(nanos, 9).stripTrailingZeros();
    return dollars.setScale(Math.max(0, dollars.scale()));
  }

  /** The same in US dollars. */
  public Budget inDollars() {
    return new Budget(nanos / Cap.NANOS_A_DOLLAR, tokens, calls);
  }

  public Amount plus(Amount other) {
    return new Amount(nanos + other.nanos, tokens + other.tokens, calls + other.calls);
  }

  public Amount minus(Amount other) {
    return new Amount(nanos - other.nanos, tokens - other.tokens, calls - other.calls);
  }
}
