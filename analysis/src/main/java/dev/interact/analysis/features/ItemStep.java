package dev.interact.analysis.features;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.study.Concept.Level;

/**
 * An item that was wrong before a turn, and whether it is right after it: a row of RQ5's model.
 *
 * @param item the item's id
 * @param level null where the concept names none
 * @param correct whether it is right after the turn
 * @param turn the turn's features
 * @param overlap those of the turn and this item
 * @param aligned how near they are in meaning; null where that is not asked for
 */
public record ItemStep(
    ArmKey arm,
    String dialogue,
    String concept,
    String item,
    Level level,
    boolean correct,
    TurnFeatures turn,
    TurnFeatures.ItemFeatures overlap,
    Aligned aligned) {

  /**
   * Nearness to the item, each from -1 to 1.
   *
   * @param question of the question
   * @param answer of the answer; null without one
   */
  public record Aligned(double question, Double answer) {}
}
