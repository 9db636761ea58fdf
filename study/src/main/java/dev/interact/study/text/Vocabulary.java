package dev.interact.study.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The words that have been heard. */
public final class Vocabulary {
  private final Set<String> heard = new HashSet<>();

  /** Takes in a text. */
  public void hear(String text) {
    heard.addAll(Words.of(text));
  }

  /**
   * The share of a text's distinct words that have been heard, from 0 to 1; 1 for a text without
   * any.
   */
  public double coverage(String text) {
    return share(text, heard::contains, 1);
  }

  /**
   * The share of a text's distinct words, but for stop words, that have not been heard, from 0 to
   * 1; 0 for a text without any.
   */
  public double novelty(String text) {
    return share(text, word -> !heard.contains(word), 0);
  }

  private static double share(String text, Predicate<String> counts, double none) {
    List<String> words = Words.of(text).stream().distinct().toList();
    return words.isEmpty() ? none : (double) words.stream().filter(counts).count() / words.size();
  }
}
