package dev.interact.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interact.bench.load.Content;
import dev.interact.bench.load.Load;
import dev.interact.bench.load.Model;
import dev.interact.bench.load.Shape;
import dev.interact.bench.stub.Latency;
import dev.interact.bench.stub.Traffic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SteadyTest {
  private static final int ALLOWED = 4;
  private static final int CALLS = 1_000;
  private static final long LATENCY = 100_000;

  /** Every place in the window is taken again after a while. */
  private static Traffic traffic(long gapMicros) {
    long[] arrivals =
        IntStream.range(0, CALLS)
            .mapToLong(i -> i % ALLOWED + i / ALLOWED * (LATENCY + gapMicros))
            .toArray();
    return new Traffic(arrivals, LongStream.of(arrivals).map(a -> a + LATENCY).toArray());
  }

  private static Map<String, Double> figures(int calls, Traffic traffic) {
    Model model = new Model("stub", Latency.fixed((int) LATENCY / 1_000), ALLOWED);
    Load load = Load.of("test", Shape.dialogue(1), Content.SMALL, model).withCalls(calls);
    Map<String, Double> figures = new LinkedHashMap<>();
    Steady.of(load, traffic).describe(figures);
    return figures;
  }

  @Test
  void a_loop_that_takes_each_place_at_once_is_the_ideal() {
    Map<String, Double> figures = figures(CALLS, traffic(0));

    assertThat(figures.get("calls_per_second")).isCloseTo(40, within(0.5));
    assertThat(figures.get("percent_of_ideal")).isCloseTo(100, within(1.0));
    assertThat(figures.get("percent_of_window")).isCloseTo(100, within(0.1));
    assertThat(figures.get("most_at_once")).isEqualTo(ALLOWED);
    assertThat(figures.get("added_ms_median")).isZero();
  }

  @Test
  void the_time_until_a_free_place_is_taken_is_what_is_added() {
    Map<String, Double> figures = figures(CALLS, traffic(25_000));

    assertThat(figures.get("calls_per_second")).isCloseTo(32, within(0.5));
    assertThat(figures.get("percent_of_ideal")).isCloseTo(80, within(1.0));
    assertThat(figures.get("percent_of_window")).isCloseTo(80, within(1.0));
    assertThat(figures.get("added_ms_median")).isCloseTo(25, within(0.1));
    assertThat(figures.get("added_ms_p99")).isCloseTo(25, within(0.1));
  }

  @Test
  void the_beginning_and_the_end_are_left_out() {
    assertThat(figures(CALLS, traffic(0)).get("steady_calls"))
        .isEqualTo(CALLS - ALLOWED * 3 - ALLOWED * 4 - 1);
  }

  @Test
  void calls_that_never_fill_the_window_have_no_added_latency() {
    Traffic few = new Traffic(new long[] {0, 10, 20}, new long[] {30, 40, 50});

    assertThat(figures(3, few)).doesNotContainKey("added_ms_median").containsKey("steady_calls");
  }
}
