package dev.interact.analysis.table;

/** The accuracy of a rule that knows nothing of the concept, beside which a curve is read. */
public enum Control implements Score {
  /** Guessing: the mean of 1/options. */
  CHANCE {
    @Override
    public Double of(Tally quiz) {
      return quiz.chance();
    }
  },
  /** Always the option that is shown first. */
  ALWAYS_FIRST {
    @Override
    public Double of(Tally quiz) {
      return quiz.alwaysFirst();
    }
  },
  /** Always the longest option; of equally long ones any. */
  LONGEST_OPTION {
    @Override
    public Double of(Tally quiz) {
      return quiz.longestOption();
    }
  }
}
