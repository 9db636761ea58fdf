package dev.interact.analysis.table;

import dev.interact.analysis.answers.AnswerRow;
import dev.interact.study.Concept.QuizItem;

/**
 * What became of the items of one quiz. Sums are exact, so that they do not depend on the order of
 * rows: a share of an item is counted in parts of which any possible number of options makes a
 * whole.
 */
public final class Tally {
  /** Divisible by 1 to 10, the numbers of options that an item can have. */
  private static final int PARTS = 2520;

  private int items;
  private int correct;
  private int read;
  private int keyed;
  private int chance;
  private int guessed;
  private int first;
  private int longest;

  /** Takes in an answer; {@code item} is null where nobody knows its options. */
  void add(AnswerRow answer, QuizItem item) {
    int guess = PARTS / answer.shown().size();
    items++;
    correct += answer.correct() ? 1 : 0;
    read += answer.parsed() ? 1 : 0;
    chance += guess;
    guessed += answer.parsed() ? 0 : guess;
    if (item != null) {
      keyed++;
      first += answer.shown().getFirst() == item.answer() ? PARTS : 0;
      longest += longest(item);
    }
  }

  void add(CountedQuiz.Marks marks) {
    items += marks.items();
    correct += marks.right();
    read += marks.items() - marks.unread();
  }

  void add(Tally other) {
    items += other.items;
    correct += other.correct;
    read += other.read;
    keyed += other.keyed;
    chance += other.chance;
    guessed += other.guessed;
    first += other.first;
    longest += other.longest;
  }

  private static int longest(QuizItem item) {
    int most = item.options().stream().mapToInt(Tally::length).max().orElseThrow();
    boolean right = length(item.options().get(item.answer())) == most;
    long ties = item.options().stream().filter(option -> length(option) == most).count();
    return right ? (int) (PARTS / ties) : 0;
  }

  private static int length(String option) {
    return option.codePointCount(0, option.length());
  }

  /** How many items. */
  public int items() {
    return items;
  }

  /** Share of the items that are right, from 0 to 1; what could not be read is wrong. */
  public double accuracy() {
    return (double) correct / items;
  }

  /** Share of the items that could be read that are right; null where none could. */
  public Double accuracyOfRead() {
    return read == 0 ? null : (double) correct / read;
  }

  /** The accuracy if those that could not be read were right as often as by guessing. */
  public double accuracyWithGuesses() {
    return (correct + (double) guessed / PARTS) / items;
  }

  /** Share of the items that could not be read, from 0 to 1. */
  public double unread() {
    return (double) (items - read) / items;
  }

  /** Accuracy to be expected of guessing: the mean of 1/options. */
  public double chance() {
    return (double) chance / PARTS / items;
  }

  /** Accuracy of always choosing the option shown first; null where some key is not known. */
  public Double alwaysFirst() {
    return keyed == items ? (double) first / PARTS / items : null;
  }

  /**
   * Accuracy to be expected of always choosing the longest option, in characters, and of equally
   * long ones any; null where some key is not known.
   */
  public Double longestOption() {
    return keyed == items ? (double) longest / PARTS / items : null;
  }
}
