package dev.interact.study;

/**
 * A person in the place of a student's model: the alias that needs no entry in a registry. People
 * sit at seats; no worker is ever sent what they are asked. Their words are as sampled ones: nobody
 * says the same twice.
 */
public final class Human {
  /** What study files name a person by. */
  public static final String ALIAS = "human";

  /** The longest question that a person can ask, in characters. */
  public static final int LONGEST = 4_000;

  static final StudyFile.Temperature TEMPERATURE = new StudyFile.Temperature(1.0, 1.0, 1.0);

  static final StudyFile.MaxTokens MAX_TOKENS =
      new StudyFile.MaxTokens(LONGEST, LONGEST, LONGEST, LONGEST);

  private Human() {}

  /** Whether an alias stands for a person. */
  public static boolean is(String alias) {
    return ALIAS.equals(alias);
  }
}
