package dev.interact.orchestrator.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassAtTest {
  @ParameterizedTest
  @CsvSource({"4, 0, 1, 0", "4, 1, 1, 0.25", "4, 1, 2, 0.5", "4, 2, 2, 0.833333", "4, 1, 4, 1"})
  void of_n_samples_some_are_right(int n, int c, int k, double pass) {
    assertThat(PassAt.estimate(n, c, k)).isEqualTo(pass, within(1e-6));
  }

  @Test
  void a_dialogue_that_ended_early_counts_for_the_turns_that_it_does_not_have() {
    PassAt passAt = new PassAt(new Horizon(2, 2), 2);
    for (int sample = 0; sample < 2; sample++) {
      passAt.add(Answers.of("stopped", "stopped", 0, "-", 1));
      passAt.add(Answers.of("stopped", "stopped", 1, "+", 1));
      for (int turn = 0; turn <= 2; turn++) {
        passAt.add(Answers.of("went on", "went on", turn, "-", null));
      }
    }

    assertThat(passAt.points().stream().filter(point -> point.k() == 2))
        .extracting(PassAt.Point::turn, PassAt.Point::pass)
        .containsExactly(tuple(0, 0.0), tuple(1, 0.5), tuple(2, 0.5));
  }

  @Test
  void a_fork_that_ended_before_its_candidates_is_no_observation_of_them() {
    PassAt passAt = new PassAt(new Horizon(2, 1), 2);
    for (int sample = 0; sample < 2; sample++) {
      passAt.add(Answers.of("stopped", "stopped", 0, "+", 0));
      passAt.add(Answers.of("asked", "asked", 2, "-", null));
    }

    assertThat(passAt.points().stream().filter(point -> point.k() == 2))
        .extracting(PassAt.Point::turn, PassAt.Point::pass)
        .containsExactly(tuple(0, 1.0), tuple(1, 1.0), tuple(2, 0.0));
  }
}
