package dev.interact.offline.text;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

/**
 * Remembers the passages read last, because a context or a lesson comes back with every call of a
 * dialogue. It only saves work: an answer never depends on what is remembered.
 */
public final class Library {

  private static final long CHARACTERS = 1_500_000;

  private final LoadingCache<String, Passage> passages =
      Caffeine.newBuilder()
          .maximumWeight(CHARACTERS)
          .weigher((String text, Passage passage) -> text.length())
          .build(Passage::of);

  public Passage read(String text) {
    return passages.get(text);
  }
}
