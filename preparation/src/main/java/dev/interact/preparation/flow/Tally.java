package dev.interact.preparation.flow;

import dev.interact.study.Concept.QuizItem;
import java.util.List;
import java.util.Objects;

/**
 * What a model chose for one item in the tries of a gate.
 *
 * @param moved whether it chose different options in different orders
 */
record Tally(String model, int tries, int right, int unread, boolean moved) {
  /**
   * Counts.
   *
   * @param chosen the original position of the chosen option in each try; null where none was read
   */
  static Tally of(String model, QuizItem item, List<Integer> chosen) {
    List<Integer> read = chosen.stream().filter(Objects::nonNull).toList();
    return new Tally(
        model,
        chosen.size(),
        (int) read.stream().filter(choice -> choice == item.answer()).count(),
        chosen.size() - read.size(),
        read.stream().distinct().count() > 1);
  }
}
