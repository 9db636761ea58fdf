package dev.interact.bench.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {
  private static final int DRAWS = 100_000;

  @Test
  void a_fixed_latency_is_the_same_for_every_call() {
    Latency latency = Latency.fixed(200);

    assertThat(latency.mean()).isEqualTo(200);
    assertThat(LongStream.range(0, 100).mapToDouble(latency::of)).containsOnly(200.0);
  }

  @Test
  void draws_have_the_median_the_99th_percentile_and_the_mean_that_are_asked_for() {
    Latency latency = new Latency(2_000, 15_000);
    double[] sorted = LongStream.range(0, DRAWS).mapToDouble(latency::of).sorted().toArray();

    assertThat(sorted[DRAWS / 2]).isCloseTo(2_000, withinPercentage(2));
    assertThat(sorted[DRAWS * 99 / 100]).isCloseTo(15_000, withinPercentage(4));
    assertThat(LongStream.range(0, DRAWS).mapToDouble(latency::of).average())
        .hasValueCloseTo(latency.mean(), withinPercentage(2));
  }

  @Test
  void the_same_seed_gives_the_same_latency() {
    Latency latency = new Latency(2_000, 15_000);

    assertThat(latency.of(7)).isEqualTo(latency.of(7)).isNotEqualTo(latency.of(8));
  }

  @Test
  void the_id_of_a_model_says_how_long_it_takes() {
    Latency latency = new Latency(2_000, 15_000);

    assertThat(latency.model()).isEqualTo("stub-2000-15000");
    assertThat(Latency.of(latency.model())).isEqualTo(latency);
    assertThatThrownBy(() -> Latency.of("gpt-4o")).isInstanceOf(IllegalArgumentException.class);
  }
}
