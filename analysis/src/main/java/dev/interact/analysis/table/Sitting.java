package dev.interact.analysis.table;

import dev.interact.analysis.answers.ArmKey;

/**
 * The quiz that an arm's dialogues sit after one turn.
 *
 * @param turn 0 before any question
 */
public record Sitting(ArmKey arm, int turn) {}
