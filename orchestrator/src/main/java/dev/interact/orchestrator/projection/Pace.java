package dev.interact.orchestrator.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** How fast steps are done, from those of the last minutes. */
final class Pace {
  private static final long BUCKET_SECONDS = 5;
  private static final Duration WINDOW = Duration.ofMinutes(3);
  private static final Duration SHORTEST = Duration.ofSeconds(15);

  /** Steps done, by the number of their five seconds. */
  private final TreeMap<Long, Long> buckets = new TreeMap<>();

  /** Some steps were done at a time. */
  void add(Instant time, long steps) {
    buckets.merge(bucket(time), steps, Long::sum);
    buckets.headMap(buckets.lastKey() - WINDOW.toSeconds() / BUCKET_SECONDS).clear();
  }

  /**
   * Seconds that some steps will take, to five of them; null where nobody knows: nothing was done
   * lately, or for too short a time.
   */
  Long seconds(long left, Instant now) {
    Map<Long, Long> recent = buckets.subMap(bucket(now.minus(WINDOW)), true, bucket(now), false);
    if (recent.isEmpty()) {
      return null;
    }
    long since = recent.keySet().iterator().next();
    long seconds = (bucket(now) - since) * BUCKET_SECONDS;
    long steps = recent.values().stream().mapToLong(Long::longValue).sum();
    return seconds < SHORTEST.toSeconds() || steps == 0
        ? null
        : Math.round((double) left * seconds / steps / BUCKET_SECONDS) * BUCKET_SECONDS;
  }

  private static long bucket(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), BUCKET_SECONDS);
  }
}
