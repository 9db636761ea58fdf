package dev.interact.offline;

/**
 * How a request wants its answer drawn.
 *
 * @param seed decides guesses, and questions above temperature 0
 * @param temperature 0 to 2
 * @param maxTokens the most tokens an answer may have
 */
public record Sampling(long seed, double temperature, int maxTokens) {}
