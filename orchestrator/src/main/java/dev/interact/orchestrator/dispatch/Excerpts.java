package dev.interact.orchestrator.dispatch;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.interact.study.text.Passages;

/** Contexts in passages; an index is made once while its concept is worked on. */
final class Excerpts {
  private static final int CONCEPTS = 200;
  private static final LoadingCache<String, Passages> INDEXES =
      Caffeine.newBuilder().maximumSize(CONCEPTS).build(Passages::new);

  private Excerpts() {}

  /** The passages of a text. */
  static Passages of(String text) {
    return INDEXES.get(text);
  }
}
