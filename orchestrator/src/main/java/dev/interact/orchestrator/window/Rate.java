package dev.interact.orchestrator.window;

import dev.interact.registry.Model;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * A limit a minute. No 60 seconds have more than the limit, whatever the amounts; a single amount
 * that is larger than the limit has 60 seconds to itself. A twentieth of the limit may be taken at
 * once, the rest flows in evenly; a larger amount is taken in advance, as soon as a twentieth is
 * there. It begins with nothing saved up, and remembers what was taken while the limit was another.
 */
final class Rate {
  private static final long BURSTS = 20;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  /** What is taken within so many nanoseconds is remembered as one amount. */
  private static final long GRAIN = Duration.ofMillis(100).toNanos();

  /** An amount, and when the first and the last of it were taken. */
  private record Taken(long amount, long since, long at) {}

  private final TimeMeter clock;
  private final Deque<Taken> takings = new ArrayDeque<>();
  private long sum;
  private Long perMinute;
  private long burst;
  private Bucket bucket;

  /** No limit. */
  Rate(TimeMeter clock) {
    this.clock = clock;
  }

  /**
   * Changes the limit; one that is as before changes nothing.
   *
   * @param perMinute null for none; more than {@link Model#MOST_A_MINUTE} counts as that
   */
  void limit(Long perMinute) {
    Long most = perMinute == null ? null : (Long) Math.min(perMinute, Model.MOST_A_MINUTE);
    if (!Objects.equals(this.perMinute, most)) {
      bucket = most == null ? null : bucket(most);
      this.perMinute = most;
    }
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

  boolean isUnlimited() {
    return bucket == null;
  }

  /** How much may be taken now; {@code Integer.MAX_VALUE} where there is no limit. */
  int available() {
    return bucket == null
        ? Integer.MAX_VALUE
        : (int)
            Math.clamp(
                Math.min(bucket.getAvailableTokens(), perMinute - lastMinute()),
                0,
                Integer.MAX_VALUE);
  }

  /** Whether an amount may be taken now. */
  boolean has(long amount) {
    return bucket == null
        || (bucket.getAvailableTokens() >= Math.min(amount, burst) && fits(amount));
  }

  private boolean fits(long amount) {
    long taken = lastMinute();
    return taken == 0 || taken + amount <= perMinute;
  }

  void take(long amount) {
    remember(amount, clock.currentTimeNanos());
    if (bucket != null && amount > 0) {
      bucket.consumeIgnoringRateLimits(amount);
    }
  }

  /** An amount was taken some time ago, by somebody else. */
  void wasTaken(long amount, Duration age) {
    remember(amount, clock.currentTimeNanos() - age.toNanos());
  }

  private void remember(long amount, long at) {
    sum = lastMinute() + amount;
    Taken last = takings.peekLast();
    if (last != null && at - last.since() < GRAIN) {
      takings.removeLast();
      takings.add(new Taken(last.amount() + amount, last.since(), Math.max(last.at(), at)));
    } else {
      takings.add(new Taken(amount, at, at));
    }
  }

  private long lastMinute() {
    long now = clock.currentTimeNanos();
    while (!takings.isEmpty() && now - takings.peek().at() >= MINUTE) {
      sum -= takings.remove().amount();
    }
    return sum;
  }
}
