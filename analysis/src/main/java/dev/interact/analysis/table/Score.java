package dev.interact.analysis.table;

/** A figure of one quiz, from 0 to 1. */
@FunctionalInterface
public interface Score {
  /** The figure; null where the quiz has none. */
  Double of(Tally quiz);

  /** What a quiz counts that should be there and is not; null where it is left out. */
  default Double ofNothing() {
    return null;
  }
}
