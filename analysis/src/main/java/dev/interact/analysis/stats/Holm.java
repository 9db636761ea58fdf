package dev.interact.analysis.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's step-down adjustment of the p values of one family (Holm 1979). */
public final class Holm {
  private Holm() {}

  /** Adjusted p values, in the order given: reject where one is at most the family's alpha. */
  public static double[] adjusted(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(at -> p[at]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      largest = Math.max(largest, Math.min(1, (p.length - rank) * p[order[rank]]));
      adjusted[order[rank]] = largest;
    }
    return adjusted;
  }
}
