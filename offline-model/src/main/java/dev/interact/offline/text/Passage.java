package dev.interact.offline.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A text that was read once: its sentences, the stems of each, and where every stem occurs.
 * Immutable and thread-safe.
 */
public final class Passage {

  private final List<String> sentences;
  private final List<Set<String>> stems = new ArrayList<>();
  private final Map<String, List<Integer>> occurrences = new HashMap<>();
  private volatile SentenceIndex index;

  private Passage(List<String> sentences) {
    this.sentences = List.copyOf(sentences);
    for (int i = 0; i < sentences.size(); i++) {
      Set<String> distinct = new LinkedHashSet<>(Stems.of(sentences.get(i)));
      stems.add(distinct);
      for (String stem : distinct) {
        occurrences.computeIfAbsent(stem, s -> new ArrayList<>(2)).add(i);
      }
    }
  }

  public static Passage of(String text) {
    return new Passage(Sentences.of(text));
  }

  public List<String> sentences() {
    return sentences;
  }

  public boolean isEmpty() {
    return sentences.isEmpty();
  }

  /** The distinct stems of one sentence. */
  public Set<String> stems(int sentence) {
    return stems.get(sentence);
  }

  /** All distinct stems of the text. */
  public Set<String> vocabulary() {
    return occurrences.keySet();
  }

  /** The numbers of the sentences that hold the stem, rising. */
  public List<Integer> occurrences(String stem) {
    return occurrences.getOrDefault(stem, List.of());
  }

  /** The inverse sentence frequency; a stem that does not occur weighs as much as the rarest. */
  public double weight(String stem) {
    return Math.log1p((double) sentences.size() / Math.max(1, occurrences(stem).size()));
  }

  /** The searchable form, built when first asked for. */
  public SentenceIndex index() {
    if (index == null) {
      synchronized (this) {
        if (index == null) {
          index = new SentenceIndex(sentences);
        }
      }
    }
    return index;
  }
}
