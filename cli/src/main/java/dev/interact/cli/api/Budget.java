package dev.interact.cli.api;

/**
 * What a study may spend, and what it does.
 *
 * @param cap what it may spend at most
 * @param spent what was paid
 * @param reserved what calls under way may cost at most
 */
public record Budget(Amount cap, Amount spent, Amount reserved) {
  public Budget {
    cap = cap == null ? Amount.NONE : cap;
    spent = spent == null ? Amount.NONE : spent;
    reserved = reserved == null ? Amount.NONE : reserved;
  }
}
