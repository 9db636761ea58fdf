package dev.interact.analysis.table;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.Repeat;
import dev.interact.study.Concept.Level;

/**
 * What is known of a quiz, or of a part of it, where only its marks were told and not its answers.
 * The controls cannot be told from it.
 *
 * @param dialogue the finished dialogue that sat it
 * @param turn 0 before any question
 * @param level of its items; null where the concept names none
 */
public record CountedQuiz(Dialogue dialogue, int turn, Level level, Marks marks) {

  /** A dialogue. */
  public record Dialogue(String id, ArmKey arm, String concept, String domain, Repeat repeat) {}

  /**
   * Marks.
   *
   * @param right of the items
   * @param unread of them: no choice could be read
   */
  public record Marks(int items, int right, int unread) {}
}
