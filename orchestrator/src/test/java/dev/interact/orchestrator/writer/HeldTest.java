package dev.interact.orchestrator.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeldTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private final Held held = new Held(Duration.ofSeconds(6));

  @Test
  void a_term_that_is_not_renewed_in_time_is_held_no_more() {
    assertThat(held.isHeld(0)).isFalse();
    held.begin(7, 0);
    held.renew(7, 2 * SECOND);

    assertThat(held.isHeld(8 * SECOND - 1)).isTrue();
    assertThat(held.isHeld(8 * SECOND)).isFalse();
    assertThat(held.epoch()).hasValue(7);
  }

  @Test
  void late_news_of_an_old_term_changes_nothing() {
    held.begin(7, 0);
    held.end(7);
    held.renew(7, 10 * SECOND);
    assertThat(held.epoch()).isEmpty();

    held.begin(8, 20 * SECOND);
    held.end(7);
    held.renew(7, 30 * SECOND);

    assertThat(held.epoch()).hasValue(8);
    assertThat(held.isHeld(21 * SECOND)).isTrue();
    assertThat(held.isHeld(26 * SECOND)).isFalse();
  }
}
