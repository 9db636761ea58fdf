package dev.interact.study.input;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Optional;

/** Finds the word that someone who mistyped it probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The nearest of some words by edit distance, if it is near at all. */
  public static Optional<String> to(String typed, Collection<String> words) {
    int near = Math.max(2, typed.length() / 2);
    return words.stream()
        .min(comparingInt(word -> distance(typed, word)))
        .filter(word -> distance(typed, word) <= near);
  }

  /** Levenshtein's distance. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
