package dev.interact.orchestrator.size;

/**
 * Tokens of some prompts, estimated.
 *
 * @param shared those of them that repeat how an earlier prompt begins, by {@link SharedPrompts}
 */
public record InputTokens(long all, long shared) {
  public static final InputTokens NONE = new InputTokens(0, 0);

  /** Those of both. */
  public InputTokens plus(InputTokens more) {
    return new InputTokens(all + more.all, shared + more.shared);
  }

  /** Which part of all is shared, from 0 to 1; null of none. */
  public Double share() {
    return all == 0 ? null : (double) shared / all;
  }
}
