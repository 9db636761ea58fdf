package dev.interact.cli.api;

/**
 * What may be spent or was; in a cap, null where there is none.
 *
 * @param usd US dollars
 * @param tokens of prompts and answers together
 * @param calls requests to models
 */
public record Amount(Double usd, Long tokens, Long calls) {
  /** Nothing said: as a cap, no cap. */
  public static final Amount NONE = new Amount(null, null, null);

  /** This amount, with what another says in its place. */
  public Amount changedBy(Amount other) {
    return new Amount(
        other.usd() == null ? usd : other.usd(),
        other.tokens() == null ? tokens : other.tokens(),
        other.calls() == null ? calls : other.calls());
  }
}
