package dev.interact.preparation.item;

/**
 * A judge's answers on one item.
 *
 * @param comprehension whether it tests understanding of the material
 * @param answerable whether the material shows that the right option alone is right
 * @param selfContained whether no knowledge from elsewhere is needed
 * @param reason in the judge's words; {@code ""} where it gave none
 */
public record Verdict(
    boolean comprehension, boolean answerable, boolean selfContained, String reason) {
  /** Whether all three are answered yes. */
  public boolean passes() {
    return comprehension && answerable && selfContained;
  }
}
