package dev.interact.analysis.stats;

import java.util.Arrays;

/**
 * Cohen's kappa: how far two raters agree beyond chance (Cohen 1960).
 *
 * @param value 1 for full agreement, 0 for that of chance; NaN where chance alone would agree
 *     always
 * @param observed share of cases on which they agree, from 0 to 1
 * @param expected the share by chance, from the raters' own frequencies
 */
public record Kappa(double value, double observed, double expected) {
  /**
   * Unweighted kappa, of any number of categories.
   *
   * @param table cases by the category of the first rater (row) and of the second (column)
   * @throws IllegalArgumentException where the table is not square or has no case
   */
  public static Kappa cohen(long[][] table) {
    double total = Arrays.stream(table).flatMapToLong(Arrays::stream).sum();
    if (total == 0 || Arrays.stream(table).anyMatch(row -> row.length != table.length)) {
      throw new IllegalArgumentException(
          "Kappa needs a square table with a case in it; found %d rows and %.0f cases."
              .formatted(table.length, total));
    }
    double observed = 0;
    double expected = 0;
    for (int category = 0; category < table.length; category++) {
      int own = category;
      observed += table[own][own] / total;
      double second = Arrays.stream(table).mapToLong(row -> row[own]).sum();
      expected += Arrays.stream(table[own]).sum() / total * (second / total);
    }
    return new Kappa((observed - expected) / (1 - expected), observed, expected);
  }
}
