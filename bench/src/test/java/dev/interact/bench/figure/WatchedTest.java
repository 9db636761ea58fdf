package dev.interact.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interact.bench.load.Content;
import dev.interact.bench.load.Load;
import dev.interact.bench.load.Model;
import dev.interact.bench.load.Shape;
import dev.interact.bench.process.Sampler;
import dev.interact.bench.process.Samples;
import dev.interact.bench.stub.Latency;
import dev.interact.bench.stub.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchedTest {
  private static final long SECOND = 1_000_000;
  private static final long LATENCY = SECOND;

  /** From second 40 on, watched at 40, 70 and 80, not at 50, 60 and 90. */
  private static final List<Shift> SHIFTS =
      List.of(
          shift(true, 0),
          shift(false, 10),
          shift(false, 20),
          shift(true, 30),
          shift(true, 40),
          shift(false, 50),
          shift(false, 60),
          shift(true, 70));

  private static Shift shift(boolean watched, int second) {
    return new Shift(watched, second * SECOND, (second + 10) * SECOND);
  }

  /** One place of the window: each call waits longer where somebody watches. */
  private static Traffic traffic(long addedWatched, long addedUnwatched) {
    List<Long> arrivals = new ArrayList<>();
    long now = 0;
    while (now < 100 * SECOND) {
      arrivals.add(now);
      long at = now;
      boolean watched = SHIFTS.stream().anyMatch(s -> s.watched() && s.from() <= at && at < s.to());
      now += LATENCY + (watched ? addedWatched : addedUnwatched);
    }
    long[] came = arrivals.stream().mapToLong(Long::longValue).toArray();
    long[] left = arrivals.stream().mapToLong(at -> at + LATENCY).toArray();
    return new Traffic(came, left);
  }

  private static Load load() {
    Model model = new Model("stub", Latency.fixed(1_000), 1);
    return Load.of("test", Shape.dialogue(1), Content.SMALL, model);
  }

  private static Map<String, Double> figures(Traffic traffic) {
    Load load = load();
    Map<String, Double> figures = new LinkedHashMap<>();
    try (Sampler none = new Sampler(Map.of())) {
      Samples samples = none.samples();
      new Watched(Steady.of(load, traffic), SHIFTS, samples, "orchestrator").describe(figures);
    }
    return figures;
  }

  @Test
  void it_is_slower_by_what_is_added_while_somebody_watches() {
    Map<String, Double> figures = figures(traffic(250_000, 0));

    assertThat(figures.get("unwatched_calls_at_once")).isCloseTo(1, within(0.03));
    assertThat(figures.get("watched_calls_at_once")).isCloseTo(0.8, within(0.03));
    assertThat(figures.get("watched_percent_slower")).isCloseTo(20, within(3.0));
    assertThat(figures.get("watched_percent_slower_error")).isLessThan(3);
  }

  @Test
  void it_is_as_fast_where_nothing_is_added() {
    assertThat(figures(traffic(100_000, 100_000)).get("watched_percent_slower"))
        .isCloseTo(0, within(2.0));
  }

  @Test
  void shifts_before_and_after_the_steady_part_are_left_out() {
    assertThat(figures(traffic(0, 0)).get("watched_pairs")).isEqualTo(3);
  }

  @Test
  void a_short_run_says_nothing_of_it() {
    Traffic traffic = traffic(0, 0);
    Load load = load();
    Map<String, Double> figures = new LinkedHashMap<>();
    try (Sampler none = new Sampler(Map.of())) {
      new Watched(Steady.of(load, traffic), List.of(), none.samples(), "orchestrator")
          .describe(figures);
    }

    assertThat(figures).isEqualTo(Map.of("watched_pairs", 0.0));
  }
}
