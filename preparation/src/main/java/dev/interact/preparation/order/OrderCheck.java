package dev.interact.preparation.order;

import dev.interact.study.input.Problem;
import java.util.List;

/** Says what is wrong with a preparation that someone handed in. */
public final class OrderCheck {
  private OrderCheck() {}

  /** Everything that can be told from the order alone; empty if it can be trusted. */
  public static List<Problem> problems(PreparationOrder order) {
    throw new UnsupportedOperationException();
  }
}
