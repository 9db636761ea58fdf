package dev.interact.orchestrator.window;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Objects;

/**
 * A limit a minute that holds for any 60 seconds: a twentieth of it may be taken at once, the rest
 * flows in evenly. It begins empty, so that a process that starts again does not double it. A
 * single amount that is larger than a twentieth is taken in advance, as soon as that much is there.
 */
final class Rate {
  private static final long BURSTS = 20;

  private final TimeMeter clock;
  private Long perMinute;
  private long burst;
  private Bucket bucket;

  /**
   * @param perMinute null sets no limit
   */
  Rate(Long perMinute, TimeMeter clock) {
    this.clock = clock;
    limit(perMinute);
  }

  /** Changes the limit; one that is as before changes nothing. */
  void limit(Long perMinute) {
    if (bucket != null && Objects.equals(this.perMinute, perMinute)) {
      return;
    }
    this.perMinute = perMinute;
    bucket = perMinute == null ? null : bucket(perMinute);
  }

  private Bucket bucket(long perMinute) {
    burst = Math.max(1, perMinute / BURSTS);
    return Bucket.builder()
        .withCustomTimePrecision(clock)
        .addLimit(
            Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(Math.max(1, perMinute - burst), Duration.ofMinutes(1))
                .initialTokens(0)
                .build())
        .build();
  }

  /** How much may be taken now; {@code Integer.MAX_VALUE} where there is no limit. */
  int available() {
    return bucket == null
        ? Integer.MAX_VALUE
        : (int) Math.clamp(bucket.getAvailableTokens(), 0, Integer.MAX_VALUE);
  }

  /** Whether an amount may be taken now. */
  boolean has(long amount) {
    return bucket == null || bucket.getAvailableTokens() >= Math.min(amount, burst);
  }

  void take(long amount) {
    if (bucket != null && amount > 0) {
      bucket.consumeIgnoringRateLimits(amount);
    }
  }
}
