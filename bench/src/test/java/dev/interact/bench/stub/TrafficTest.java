package dev.interact.bench.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final Traffic TRAFFIC =
      new Traffic(new long[] {10, 0, 20}, new long[] {30, 20, 40});

  @Test
  void a_call_that_ends_as_another_begins_is_not_counted_with_it() {
    assertThat(TRAFFIC.mostAtOnce()).isEqualTo(2);
    assertThat(new Traffic(new long[0], new long[0]).mostAtOnce()).isZero();
    assertThat(new Traffic(new long[] {1, 2, 3}, new long[0]).mostAtOnce()).isEqualTo(3);
  }

  @Test
  void calls_in_hand_are_averaged_over_the_time_asked_for() {
    assertThat(TRAFFIC.meanAtOnce(0, 40)).isEqualTo(1.5);
    assertThat(TRAFFIC.meanAtOnce(10, 30)).isEqualTo(2);
    assertThat(TRAFFIC.meanAtOnce(40, 50)).isZero();
  }

  @Test
  void arrivals_in_waves_are_as_many_a_second_wherever_one_begins_to_count() {
    long[] waves = LongStream.range(0, 100).map(i -> i / 10 * 1_000).toArray();
    Traffic traffic = new Traffic(waves, waves);

    assertThat(traffic.rate(2_000, 7_000, 1_000)).isCloseTo(0.01, within(1e-9));
    assertThat(traffic.rate(2_100, 7_700, 1_000)).isCloseTo(0.01, within(1e-9));
  }
}
