package dev.interact.worker.model;

import dev.interact.contracts.reply.Usage;

/** Reads the counts of a provider. */
final class TokenCount {
  private TokenCount() {}

  /** What was used; null where the counts are missing, negative or both zero: none were made. */
  static Usage of(Integer input, Integer output) {
    boolean counted = input != null && output != null && input >= 0 && output >= 0;
    return counted && input + (long) output > 0 ? new Usage(input, output) : null;
  }
}
