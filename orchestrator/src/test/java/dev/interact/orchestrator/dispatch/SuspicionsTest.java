package dev.interact.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuspicionsTest {
  private final Suspicions suspicions = new Suspicions();

  @Test
  void an_attempt_is_lost_when_all_replies_from_before_it_looked_so_are_taken() {
    assertThat(suspicions.confirmed(List.of("a"), 10, 9)).isEmpty();
    assertThat(suspicions.confirmed(List.of("a", "b"), 20, 10)).isEmpty();
    assertThat(suspicions.confirmed(List.of("a", "b"), 30, 11)).containsExactly("a");
    assertThat(suspicions.confirmed(List.of("a", "b"), 40, 21)).containsExactly("a", "b");
  }

  @Test
  void an_attempt_that_was_seen_in_between_is_suspected_anew() {
    suspicions.confirmed(List.of("a"), 10, 9);
    suspicions.confirmed(List.of(), 20, 15);

    assertThat(suspicions.confirmed(List.of("a"), 30, 25)).isEmpty();
    assertThat(suspicions.confirmed(List.of("a"), 40, 31)).containsExactly("a");
  }

  @Test
  void moments_may_be_negative_and_wrap_around() {
    long late = Long.MAX_VALUE - 1;

    assertThat(suspicions.confirmed(List.of("a"), late, late - 1)).isEmpty();
    assertThat(suspicions.confirmed(List.of("a"), late + 4, late + 3)).containsExactly("a");
  }
}
