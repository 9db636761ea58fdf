package dev.interact.offline.text;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.function.Function;

/**
 * Remembers what was made of the texts read last, because instructions, a context, an image come
 * back with every call of a dialogue. It only saves work: an answer never depends on what is
 * remembered.
 *
 * @param <V> what is made of a text, depending on nothing else
 */
public final class Memory<V> {

  private static final long CHARACTERS = 1_500_000;

  private final LoadingCache<String, V> read;

  public Memory(Function<String, V> reading) {
    this.read =
        Caffeine.newBuilder()
            .maximumWeight(CHARACTERS)
            .weigher((String text, V made) -> text.length())
            .build(reading::apply);
  }

  /** Throws what the reading throws, and forgets it. */
  public V of(String text) {
    return read.get(text);
  }
}
