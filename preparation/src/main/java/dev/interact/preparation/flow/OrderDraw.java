package dev.interact.preparation.flow;

/** Which orders of options a preparation shows: draws of its own, that no study has. */
final class OrderDraw {
  private static final int CLOSED_BOOK = 1_000;
  private static final int WITH_CONTEXT = 2_000;
  private static final int FRESH = 3_000;

  /** Of the judge, who has one order. */
  static final int JUDGE = 4_000;

  private OrderDraw() {}

  /** The draw of a sheet; of each gate and try another, and none that a study has. */
  static int of(Step.Sit sit) {
    return sit.attempt()
        + switch (sit.gate()) {
          case CLOSED_BOOK -> CLOSED_BOOK;
          case WITH_CONTEXT -> WITH_CONTEXT;
          case FRESH -> FRESH;
        };
  }
}
