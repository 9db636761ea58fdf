package dev.interact.analysis.stats;

/**
 * Where a learning curve saturates: the first turn such that no later turn's mean is more than a
 * margin above that turn's mean. A description of the curve, not a test.
 */
public final class Saturation {
  private static final double ROUNDING = 1e-12;

  private Saturation() {}

  /**
   * The index of that turn; the last one's for a curve that rises to its end.
   *
   * @param means of the turns in their order, at least one
   * @param margin at least 0, in the unit of the means
   */
  public static int turn(double[] means, double margin) {
    int turn = means.length - 1;
    double highest = means[turn];
    for (int earlier = turn - 1; earlier >= 0; earlier--) {
      if (highest - means[earlier] <= margin + ROUNDING) {
        turn = earlier;
      }
      highest = Math.max(highest, means[earlier]);
    }
    return turn;
  }
}
