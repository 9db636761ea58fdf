package dev.interact.worker.model;

/**
 * The server behind an alias, as people are told of it.
 *
 * @param name begins a sentence
 * @param key what must never be told; null where it needs none
 */
record Peer(String name, String key) {
  private static final String MASK = "***";

  /** A text of the server without the key. */
  String masked(String text) {
    return key == null || key.isEmpty() ? text : text.replace(key, MASK);
  }

  /** The beginning of what the server sent, or null. */
  String raw(String body) {
    return SafeText.beginning(masked(body));
  }
}
