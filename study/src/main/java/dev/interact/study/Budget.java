package dev.interact.study;

/**
 * What a study may spend at most, whatever it is that is reached first; null stands for no cap.
 *
 * @param usd US dollars, at the registry's prices
 * @param tokens of prompts and answers together
 * @param calls model requests, refused ones (HTTP 429) left out
 */
public record Budget(Double usd, Long tokens, Long calls) {
  /** No cap at all. */
  public static final Budget NONE = new Budget(null, null, null);
}
