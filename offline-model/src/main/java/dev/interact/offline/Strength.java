package dev.interact.offline;

import java.util.Arrays;
import java.util.Optional;

/** The two models of this server. */
public enum Strength {
  /** Three sentences an answer; weighs an option by its share found near the question. */
  FULL("offline", 3, 0.5, 1),
  /**
   * One sentence an answer; counts matching words, one sentence at a time; asks more at random
   * above temperature 0.
   */
  WEAK("offline-weak", 1, 0.25, 4);

  private final String id;
  private final int sentencesPerAnswer;
  private final double lessonShare;
  private final double restlessness;

  Strength(String id, int sentencesPerAnswer, double lessonShare, double restlessness) {
    this.id = id;
    this.sentencesPerAnswer = sentencesPerAnswer;
    this.lessonShare = lessonShare;
    this.restlessness = restlessness;
  }

  /** The model's name on the wire. */
  public String id() {
    return id;
  }

  public int sentencesPerAnswer() {
    return sentencesPerAnswer;
  }

  /** A lesson has at most this share of the text's length, from 0 to 1. */
  public double lessonShare() {
    return lessonShare;
  }

  /** The temperature at which it chooses its questions, for one asked for. */
  public double questionTemperature(double temperature) {
    return restlessness * temperature;
  }

  public static Optional<Strength> of(String id) {
    return Arrays.stream(values()).filter(strength -> strength.id.equals(id)).findFirst();
  }
}
