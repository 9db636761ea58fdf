package dev.interact.orchestrator.quiz;

import dev.interact.contracts.Hash;
import dev.interact.contracts.student.Sheet;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import dev.interact.study.OptionOrder;
import java.util.Comparator;
import java.util.List;

/**
 * A quiz with its options in the order in which they are shown: a pure function of the concept's
 * quiz and the order draw, so that every student, condition and turn sees the same sheet.
 */
public record ShownQuiz(List<ShownItem> items) {

  /**
   * An item as shown.
   *
   * @param order the original positions of the options, in the order shown
   */
  public record ShownItem(QuizItem item, List<Integer> order) {
    Sheet.Item sheetItem() {
      return new Sheet.Item(
          item.id(), item.question(), order.stream().map(item.options()::get).toList());
    }

    /** Where the right option is shown. */
    public int key() {
      return order.indexOf(item.answer());
    }
  }

  public ShownQuiz {
    items = List.copyOf(items);
  }

  /** The halves of a quiz, for strategies that select questions by it. */
  public enum Half {
    /** What questions are tried out on; the smaller half of an odd number. */
    SELECTION,
    /** What is reported. */
    REPORTED
  }

  /**
   * One half of the quiz: of each level every second item, in an order drawn by the items' ids. The
   * same items, whatever the order of options.
   *
   * @param concept the concept's id, for items of different concepts may have the same ids
   */
  public ShownQuiz half(Half half, String concept) {
    List<ShownItem> drawn =
        items.stream()
            .sorted(
                Comparator.comparing(
                        (ShownItem shown) -> shown.item().level(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(shown -> Hash.longSeed("half", concept, shown.item().id())))
            .toList();
    return new ShownQuiz(
        items.stream()
            .filter(item -> (drawn.indexOf(item) % 2 == 0) == (half == Half.REPORTED))
            .toList());
  }

  /**
   * Puts the options in order.
   *
   * @param draw which order; the orders of two items, or of two draws, are independent
   */
  public static ShownQuiz of(Concept concept, int draw) {
    return new ShownQuiz(
        concept.quiz().stream()
            .map(item -> new ShownItem(item, OptionOrder.of(concept.id(), item, draw)))
            .toList());
  }

  /**
   * One sheet of the quiz.
   *
   * @param part which one
   * @param parts how many sheets the quiz is divided into: 1, or one for each item
   */
  public ShownQuiz part(int part, int parts) {
    return parts == 1 ? this : new ShownQuiz(List.of(items.get(part)));
  }

  /** What the student sees. */
  public Sheet sheet() {
    return new Sheet(items.stream().map(ShownItem::sheetItem).toList());
  }

  /** Where the right options are shown; never leaves for the student's side. */
  public List<Integer> key() {
    return items.stream().map(ShownItem::key).toList();
  }
}
