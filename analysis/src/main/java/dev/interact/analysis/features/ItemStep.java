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
 */
public record ItemStep(
    ArmKey arm,
    String dialogue,
    String concept,
    String item,
    Level level,
    boolean correct,
    TurnFeatures turn,
    TurnFeatures.ItemFeatures overlap) {}
