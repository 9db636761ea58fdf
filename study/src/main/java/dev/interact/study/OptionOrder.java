package dev.interact.study;

import dev.interact.contracts.Hash;
import dev.interact.study.Concept.QuizItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** In which order options are shown: a pure function of concept, item and draw. */
public final class OptionOrder {
  /** From this draw on orders come in families of so many. */
  public static final int FAMILY = 1_000;

  private OptionOrder() {}

  /**
   * The original positions of an item's options, in the order shown.
   *
   * @param concept the concept's id
   * @param draw which order; the orders of two items, or of two draws, are independent. But the
   *     draws of a family (1,000 and up, 2,000 and up ...) turn one order: an option stands in
   *     another place in each, as long as there are places
   */
  public static List<Integer> of(String concept, QuizItem item, int draw) {
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, item.options().size()).boxed().toList());
    int turned = draw < FAMILY ? 0 : draw % FAMILY;
    Collections.shuffle(
        order, new Random(Hash.longSeed("option-order", concept, item.id(), draw - turned)));
    Collections.rotate(order, turned);
    return List.copyOf(order);
  }
}
