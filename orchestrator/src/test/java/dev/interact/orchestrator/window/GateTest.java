package dev.interact.orchestrator.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  /** A clock that is moved by hand. */
  private static final class Time implements TimeMeter {
    private long nanos = 1_000;

    void pass(Duration time) {
      nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  private final Time time = new Time();
  private final Gate gate = new Gate(time);

  @ParameterizedTest
  @ValueSource(longs = {2, 30, 600, 10_000})
  void no_minute_has_more_requests_than_the_limit_and_a_busy_one_nearly_as_many(long perMinute) {
    gate.limit(100_000, perMinute, null);
    Random random = new Random(perMinute);
    ArrayDeque<Long> lastMinute = new ArrayDeque<>();
    long sent = 0;
    int most = 0;
    while (time.nanos < Duration.ofMinutes(10).toNanos()) {
      // Now and then nobody wants anything for a while: what was saved up must not break the limit.
      if (random.nextInt(500) == 0) {
        time.pass(Duration.ofSeconds(random.nextInt(20)));
      }
      while (gate.room(0) > 0) {
        gate.pass(0);
        lastMinute.add(time.nanos);
        sent++;
      }
      while (!lastMinute.isEmpty()
          && lastMinute.peek() <= time.nanos - Duration.ofMinutes(1).toNanos()) {
        lastMinute.remove();
      }
      most = Math.max(most, lastMinute.size());
      time.pass(Duration.ofMillis(200));
    }
    assertThat((long) most)
        .isLessThanOrEqualTo(perMinute)
        .isGreaterThanOrEqualTo(perMinute * 9 / 10);
    assertThat(sent).isPositive();
  }

  @Test
  void it_begins_with_nothing_saved_up() {
    gate.limit(100, 600L, null);
    assertThat(gate.room(0)).isZero();
    time.pass(Duration.ofSeconds(1));
    assertThat(gate.room(0)).isBetween(8, 10);
  }

  @Test
  void tokens_are_counted_apart_from_requests() {
    gate.limit(100, null, 6_000L);
    time.pass(Duration.ofMinutes(1));
    assertThat(gate.hasTokens(250)).isTrue();
    gate.pass(250);
    assertThat(gate.hasTokens(250)).isFalse();
    assertThat(gate.room(1)).as("small calls need not wait").isPositive();
    time.pass(Duration.ofSeconds(3));
    assertThat(gate.hasTokens(250)).isTrue();
  }

  @Test
  void a_call_that_is_larger_than_a_burst_is_sent_and_the_next_waits_for_it() {
    gate.limit(100, null, 6_000L);
    time.pass(Duration.ofMinutes(1));
    assertThat(gate.hasTokens(3_000)).isTrue();
    gate.pass(3_000);
    time.pass(Duration.ofSeconds(20));
    assertThat(gate.hasTokens(300)).isFalse();
    time.pass(Duration.ofSeconds(20));
    assertThat(gate.hasTokens(300)).isTrue();
  }

  @Test
  void limits_change_at_once_and_the_same_limits_change_nothing() {
    gate.limit(100, 600L, null);
    time.pass(Duration.ofMinutes(1));
    assertThat(gate.room(0)).isEqualTo(20);
    gate.limit(100, 600L, null);
    assertThat(gate.room(0)).isEqualTo(20);
    gate.limit(5, null, null);
    assertThat(gate.room(0)).isEqualTo(5);
    gate.limit(50, null, null);
    assertThat(gate.room(0)).isEqualTo(20);
  }

  @Test
  void while_the_provider_asks_to_wait_nothing_passes() {
    gate.limit(100, null, null);
    gate.refused(2_000L);
    assertThat(gate.room(0)).isNotPositive();
    assertThat(gate.closedMillis()).isEqualTo(2_000);
    time.pass(Duration.ofSeconds(2));
    assertThat(gate.room(0)).isEqualTo(16);
    assertThat(gate.closedMillis()).isZero();
  }
}
