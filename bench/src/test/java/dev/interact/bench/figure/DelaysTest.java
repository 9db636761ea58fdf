package dev.interact.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DelaysTest {
  @Test
  void an_event_reaches_a_view_with_the_first_patch_that_has_it() {
    Delays delays = new Delays();
    delays.event(1, 0, 2_000);
    delays.event(5, 100_000, 104_000);
    delays.event(6, 200_000, 206_000);
    delays.patch(1, 6, 250_000);

    Map<String, Double> figures = new HashMap<>();
    delays.describe(figures);

    assertThat(figures.get("event_delays")).isEqualTo(3);
    assertThat(figures.get("event_delay_ms_median")).isCloseTo(4, within(0.1));
    assertThat(figures.get("event_delay_ms_p99")).isCloseTo(6, within(0.1));
    assertThat(figures.get("view_delays")).isEqualTo(2);
    assertThat(figures.get("view_delay_ms_median")).isCloseTo(50, within(0.1));
    assertThat(figures.get("view_delay_ms_p99")).isCloseTo(150, within(0.1));
  }
}
