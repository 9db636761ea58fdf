package dev.interact.analysis.stats;

/** The area under a learning curve by the trapezoidal rule, divided by the range of its turns. */
public final class Auc {
  private Auc() {}

  /**
   * The mean height of the curve, in its own unit; of one turn, its value.
   *
   * @param turns ascending
   * @param values at these turns, at least one
   */
  public static double of(double[] turns, double[] values) {
    if (turns.length != values.length || values.length == 0) {
      throw new IllegalArgumentException(
          "A curve needs a value for each turn, and at least one; found %d turns and %d values."
              .formatted(turns.length, values.length));
    }
    int last = values.length - 1;
    if (last == 0) {
      return values[0];
    }
    double area = 0;
    for (int at = 0; at < last; at++) {
      area += (turns[at + 1] - turns[at]) * (values[at] + values[at + 1]) / 2;
    }
    return area / (turns[last] - turns[0]);
  }
}
