package dev.interact.orchestrator.budget;

import dev.interact.contracts.event.Fact;
import dev.interact.study.Budget;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be spent at most; null stands for no limit.
 *
 * @param nanos billionths of a US dollar
 */
public record Cap(Long nanos, Long tokens, Long calls) {
  static final double NANOS_A_DOLLAR = 1e9;

  /** The cap of a budget; one that is null has none. */
  public static Cap of(Budget budget) {
    Budget set = budget == null ? Budget.NONE : budget;
    return new Cap(
        set.usd() == null ? null : (long) Math.floor(set.usd() * NANOS_A_DOLLAR),
        set.tokens(),
        set.calls());
  }

  /** The same in US dollars. */
  public Budget inDollars() {
    return new Budget(nanos == null ? null : nanos / NANOS_A_DOLLAR, tokens, calls);
  }

  /**
   * The same as it is told.
   *
   * @param study whose; null where it is an owner's
   * @param owner whose; null where it is a study's
   */
  Fact told(String study, String owner) {
    return new Fact.BudgetChanged(
        study, owner, nanos == null ? null : Amount.dollars(nanos), tokens, calls);
  }

  /** Why an amount is too much, in a sentence; empty if it is not. */
  public Optional<String> exceededBy(Amount amount) {
    if (nanos != null && amount.nanos() > nanos) {
      return Optional.of(dollars(nanos));
    }
    if (tokens != null && amount.tokens() > tokens) {
      return Optional.of(String.format(Locale.ROOT, "%,d tokens", tokens));
    }
    if (calls != null && amount.calls() > calls) {
      return Optional.of(String.format(Locale.ROOT, "%,d calls", calls));
    }
    return Optional.empty();
  }

  private static String dollars(long nanos) {
    BigDecimal dollars = Amount.dollars(nanos);
    return "$" + dollars.setScale(Math.max(2, dollars.scale())).toPlainString();
  }
}
