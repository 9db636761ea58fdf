package dev.interact.offline.quiz;

import java.util.List;

/**
 * One multiple-choice question as the message gives it.
 *
 * @param number the printed number, or the item's place when none is printed
 */
public record Item(int number, String question, List<Option> options) {

  /** One choice. The letter is upper case. */
  public record Option(char letter, String text) {}

  public Item {
    options = List.copyOf(options);
    if (options.size() < 2) {
      throw new IllegalArgumentException("Item " + number + " needs two or more options.");
    }
  }
}
