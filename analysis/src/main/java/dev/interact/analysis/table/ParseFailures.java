package dev.interact.analysis.table;

/** As what an item counts in accuracy that could not be read. */
public enum ParseFailures implements Score {
  /** As wrong: the primary analysis. */
  WRONG {
    @Override
    public Double of(Tally quiz) {
      return quiz.accuracy();
    }
  },
  /** Not at all; a quiz of which nothing could be read is left out. */
  EXCLUDED {
    @Override
    public Double of(Tally quiz) {
      return quiz.accuracyOfRead();
    }
  },
  /** As a guess: right with the probability 1/options. */
  CHANCE {
    @Override
    public Double of(Tally quiz) {
      return quiz.accuracyWithGuesses();
    }
  };

  /** Of a dialogue that failed before any quiz nothing was learned. */
  @Override
  public Double ofNothing() {
    return 0.0;
  }
}
