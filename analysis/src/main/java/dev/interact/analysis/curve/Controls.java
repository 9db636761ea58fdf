package dev.interact.analysis.curve;

import dev.interact.analysis.table.Control;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Quizzes;

/**
 * What rules that know nothing of the concepts would reach on the same quizzes, with the same
 * weights; null where there is no quiz, and where the keys are not known.
 *
 * @param chance the mean of 1/options
 * @param alwaysFirst of always choosing the option shown first
 * @param longestOption of always choosing the longest option
 */
public record Controls(Double chance, Double alwaysFirst, Double longestOption) {
  static Controls of(Evidence evidence, Quizzes quizzes) {
    return new Controls(
        evidence.mean(quizzes, Control.CHANCE),
        evidence.mean(quizzes, Control.ALWAYS_FIRST),
        evidence.mean(quizzes, Control.LONGEST_OPTION));
  }
}
