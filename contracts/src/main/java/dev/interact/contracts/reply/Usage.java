package dev.interact.contracts.reply;

/**
 * The tokens that a provider counted for one request.
 *
 * @param input tokens of the prompt
 * @param output tokens of the answer
 */
public record Usage(int input, int output) {
  /** Nothing was used: the provider refused the request before it reached a model. */
  public static final Usage NONE = new Usage(0, 0);
}
