package dev.interact.offline;

import java.util.Arrays;
import java.util.Optional;

/** The two models of this server. */
public enum Strength {
  /** Three sentences an answer; weighs an option by its share found near the question. */
  FULL("offline", 3, 3),
  /** One sentence an answer; counts matching words, one sentence at a time. */
  WEAK("offline-weak", 1, 5);

  private final String id;
  private final int sentencesPerAnswer;
  private final int lessonDivisor;

  Strength(String id, int sentencesPerAnswer, int lessonDivisor) {
    this.id = id;
    this.sentencesPerAnswer = sentencesPerAnswer;
    this.lessonDivisor = lessonDivisor;
  }

  /** The model's name on the wire. */
  public String id() {
    return id;
  }

  public int sentencesPerAnswer() {
    return sentencesPerAnswer;
  }

  /** A lesson is at most the text's length divided by this. */
  public int lessonDivisor() {
    return lessonDivisor;
  }

  public static Optional<Strength> of(String id) {
    return Arrays.stream(values()).filter(strength -> strength.id.equals(id)).findFirst();
  }
}
