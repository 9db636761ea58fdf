package dev.interact.bench.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {
  @Test
  void figures_of_the_halves_are_averaged_where_both_have_them() {
    assertThat(
            Turns.mean(List.of(Map.of("calls", 10.0, "added_ms_p99", 1.0), Map.of("calls", 20.0))))
        .isEqualTo(Map.of("calls", 15.0, "added_ms_p99", 1.0));
  }
}
