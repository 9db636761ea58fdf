package dev.interact.study.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words that have been heard. */
public final class Vocabulary {
  private final Set<String> heard = new HashSet<>();

  /** Takes in a text. */
  public void hear(String text) {
    heard.addAll(Words.of(text));
  }

  /** How many distinct words were heard. */
  public int size() {
    return heard.size();
  }

  /**
   * The share of a text's distinct words that have been heard, from 0 to 1; 1 for a text without
   * any.
   */
  public double coverage(String text) {
    List<String> words = Words.of(text).stream().distinct().toList();
    return words.isEmpty()
        ? 1
        : (double) words.stream().filter(heard::contains).count() / words.size();
  }
}
