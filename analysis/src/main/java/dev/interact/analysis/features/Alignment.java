package dev.interact.analysis.features;

/** How near a question or an answer is to an item by what they mean, not by common words. */
public interface Alignment {
  /**
   * Compares two texts; the same texts always give the same value.
   *
   * @param item the item's question and all its options
   * @return cosine similarity of their embeddings, from -1 to 1
   */
  double of(String text, String item);

  /** The measure, its model, and what of a text is left out; the part of a sentence. */
  String description();
}
