package dev.interact.preparation.flow;

import dev.interact.contracts.Hash;
import dev.interact.study.Concept.QuizItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** In which order sheets show options: that of all sheets, on draws of a preparation's own. */
final class OptionOrder {
  private static final int CLOSED_BOOK = 1_000;
  private static final int WITH_CONTEXT = 2_000;
  private static final int FRESH = 3_000;

  /** Of the judge, who has one order. */
  static final int JUDGE = 4_000;

  private OptionOrder() {}

  /** The draw of a sheet; of each gate and try another, and none that a study has. */
  static int draw(Step.Sit sit) {
    return sit.attempt()
        + switch (sit.gate()) {
          case CLOSED_BOOK -> CLOSED_BOOK;
          case WITH_CONTEXT -> WITH_CONTEXT;
          case FRESH -> FRESH;
        };
  }

  /** The original positions of the options, in the order shown. */
  static List<Integer> of(String concept, QuizItem item, int draw) {
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, item.options().size()).boxed().toList());
    Collections.shuffle(order, new Random(Hash.longSeed("option-order", concept, item.id(), draw)));
    return order;
  }
}
