package dev.interact.orchestrator.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  private final Gate gate = new Gate(20, time);

  private static void answer(Gate gate, long latencyMillis, int times) {
    for (int i = 0; i < times; i++) {
      gate.answered(latencyMillis);
    }
  }

  @ParameterizedTest
  @CsvSource({"50, 0.5", "200, 0.5", "300, 0.5", "1000, 0.15", "3000, 0.05", "60000, 0.0025"})
  void as_many_stand_by_as_end_while_a_place_is_free_but_half_at_most(long latency, double share) {
    gate.limit(8, null, null);
    assertThat(gate.standingBy()).isZero();

    answer(gate, latency, 1000);

    assertThat(gate.standingBy()).isCloseTo(share, Offset.offset(1e-6));
  }

  @Test
  void none_stand_by_where_each_call_is_decided_upon() {
    gate.limit(20, null, null);
    answer(gate, 1000, 5);
    assertThat(gate.standingBy()).isPositive();

    gate.limit(20, 6_000L, null);
    assertThat(gate.standingBy()).isZero();
    gate.limit(20, null, 6_000L);
    assertThat(gate.standingBy()).isZero();
    gate.limit(40, null, null);
    assertThat(gate.standingBy()).as("in a window that grows").isZero();
    answer(gate, 1000, 20);
    assertThat(gate.standingBy()).isPositive();

    gate.refused(2_000L);
    assertThat(gate.standingBy()).isZero();
    time.pass(Duration.ofSeconds(60));
    assertThat(gate.standingBy()).as("in a window that was cut").isZero();
    answer(gate, 1000, 1000);
    assertThat(gate.standingBy()).isPositive();
    gate.close(1_000);
    assertThat(gate.standingBy()).as("while the provider asks to wait").isZero();
  }

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
    assertThat(gate.room(1)).as("no call was refused yet").isPositive();
    assertThat(gate.hasTokens(250)).isFalse();
    time.pass(Duration.ofSeconds(3));
    assertThat(gate.hasTokens(250)).isTrue();
  }

  @Test
  void a_call_that_waits_for_tokens_is_overtaken_by_none() {
    gate.limit(100, null, 6_000L);
    time.pass(Duration.ofMinutes(1));
    gate.pass(250);
    assertThat(gate.hasTokens(280)).isFalse();
    assertThat(gate.hasTokens(10)).isFalse();
    assertThat(gate.room(1)).isZero();
    time.pass(Duration.ofSeconds(1));
    assertThat(gate.room(1)).isZero();
    time.pass(Duration.ofSeconds(2));
    assertThat(gate.room(1)).isPositive();
    assertThat(gate.hasTokens(10)).as("whose turn it is now is for others to say").isTrue();
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

  /** Calls of all sizes, small ones more often, now and then one that is larger than the limit. */
  private static long size(Random random, long perMinute) {
    return 1
        + switch (random.nextInt(10)) {
          case 0 -> random.nextLong(perMinute);
          case 1 -> random.nextLong(perMinute + perMinute / 2);
          case 2, 3 -> random.nextLong(perMinute / 3);
          default -> random.nextLong(perMinute / 50);
        };
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void no_minute_has_more_tokens_than_the_limit_whatever_the_size_of_calls(long seed) {
    Random random = new Random(seed);
    long perMinute = 100 + random.nextInt(100_000);
    gate.limit(100_000, null, perMinute);
    Deque<Sent> lastMinute = new ArrayDeque<>();
    long sent = 0;
    int larger = 0;
    long next = size(random, perMinute);
    while (time.nanos < Duration.ofHours(1).toNanos()) {
      while (gate.room(0) > 0 && gate.hasTokens(next)) {
        gate.pass(next);
        lastMinute.add(new Sent(next, time.nanos));
        sent += next;
        larger += next > perMinute / 20 ? 1 : 0;
        next = size(random, perMinute);
      }
      lastMinute.removeIf(call -> time.nanos - call.at() >= Duration.ofMinutes(1).toNanos());
      if (lastMinute.size() > 1) {
        assertThat(lastMinute.stream().mapToLong(Sent::tokens).sum())
            .as("seed %d, at %d", seed, time.nanos)
            .isLessThanOrEqualTo(perMinute);
      }
      time.pass(Duration.ofMillis(random.nextInt(100) == 0 ? random.nextInt(20_000) : 200));
    }
    assertThat(larger).as("calls that were larger than a burst").isGreaterThan(20);
    assertThat(sent).as("seed %d", seed).isGreaterThan(60 * perMinute / 3);
  }

  private record Sent(long tokens, long at) {}

  @Test
  void what_was_sent_before_the_gate_was_there_counts() {
    gate.limit(100, 60L, 6_000L);
    gate.passedBefore(4_000, Duration.ofSeconds(70));
    gate.passedBefore(4_000, Duration.ofSeconds(50));
    gate.passedBefore(1_500, Duration.ofSeconds(10));
    time.pass(Duration.ofSeconds(9));
    assertThat(gate.hasTokens(600)).isFalse();
    time.pass(Duration.ofSeconds(1));
    assertThat(gate.hasTokens(600)).isTrue();
  }

  @Test
  void what_was_taken_under_another_limit_counts() {
    gate.pass(5_500);
    time.pass(Duration.ofSeconds(20));
    gate.limit(100, null, 6_000L);
    time.pass(Duration.ofSeconds(39));
    assertThat(gate.hasTokens(600)).isFalse();
    time.pass(Duration.ofSeconds(1));
    assertThat(gate.hasTokens(600)).isTrue();
  }

  @Test
  void a_limit_beyond_all_others_counts_as_the_largest() {
    gate.limit(100, Long.MAX_VALUE, Long.MAX_VALUE);
    time.pass(Duration.ofSeconds(1));
    assertThat(gate.room(0)).isEqualTo(20);
    assertThat(gate.hasTokens(1_000_000)).isTrue();
  }

  @Test
  void a_gate_is_closed_for_as_long_as_was_asked_before_it_was_there() {
    gate.limit(100, null, null);
    gate.close(2_000);
    assertThat(gate.room(0)).isNotPositive();
    time.pass(Duration.ofSeconds(2));
    assertThat(gate.room(0)).as("the window is not cut").isEqualTo(20);
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
