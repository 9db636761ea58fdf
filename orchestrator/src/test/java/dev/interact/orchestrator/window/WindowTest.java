package dev.interact.orchestrator.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static void answer(Window window, int times) {
    for (int i = 0; i < times; i++) {
      window.answered();
    }
  }

  @Test
  void it_starts_at_twenty_and_doubles_with_every_clean_round_up_to_the_most() {
    Window window = new Window(20, 100);
    assertThat(window.limit(0)).isEqualTo(20);
    answer(window, 19);
    assertThat(window.limit(0)).isEqualTo(20);
    answer(window, 1);
    assertThat(window.limit(0)).isEqualTo(40);
    answer(window, 40);
    assertThat(window.limit(0)).isEqualTo(80);
    answer(window, 80);
    assertThat(window.limit(0)).isEqualTo(100);
    answer(window, 1000);
    assertThat(window.limit(0)).isEqualTo(100);
  }

  @Test
  void a_small_limit_of_the_registry_is_never_exceeded() {
    assertThat(new Window(20, 3).limit(0)).isEqualTo(3);
  }

  @Test
  void one_episode_of_refusals_cuts_once() {
    Window window = new Window(20, 100);
    for (int i = 0; i < 15; i++) {
      window.refused(null, i);
    }
    assertThat(window.limit(15)).isEqualTo(16);
    window.refused(null, 14_999);
    assertThat(window.limit(15_000)).isEqualTo(16);
    window.refused(null, 15_000);
    assertThat(window.limit(15_000)).isEqualTo(12);
  }

  @Test
  void nothing_may_be_sent_before_the_time_that_the_provider_asks_for() {
    Window window = new Window(20, 100);
    window.refused(30_000L, 0);
    window.refused(1_000L, 10);

    assertThat(window.limit(29_999)).isZero();
    assertThat(window.limit(30_000)).isEqualTo(16);
    window.refused(null, 29_999);
    assertThat(window.limit(30_000)).as("the episode lasts as long as the wait").isEqualTo(16);
  }

  @Test
  void after_a_refusal_it_grows_by_a_twentieth_with_every_clean_round() {
    Window window = new Window(20, 100);
    window.refused(null, 0);
    answer(window, 16);
    assertThat(window.limit(1)).isEqualTo(17);
    answer(window, 17);
    assertThat(window.limit(1)).isEqualTo(18);
  }

  @Test
  void a_failure_ends_the_round_and_cuts_nothing() {
    Window window = new Window(20, 100);
    answer(window, 19);
    window.failed();
    answer(window, 19);
    assertThat(window.limit(0)).isEqualTo(20);
    answer(window, 1);
    assertThat(window.limit(0)).isEqualTo(40);
  }

  @Test
  void whatever_happens_the_limit_stays_between_one_and_the_most() {
    Random random = new Random(123);
    for (int round = 0; round < 200; round++) {
      int most = 1 + random.nextInt(300);
      Window window = new Window(20, most);
      long now = 0;
      for (int i = 0; i < 2_000; i++) {
        now += random.nextInt(4_000);
        switch (random.nextInt(3)) {
          case 0 -> window.answered();
          case 1 -> window.failed();
          default -> window.refused(random.nextBoolean() ? null : (long) random.nextInt(500), now);
        }
        assertThat(window.limit(now + 1_000)).isBetween(1, most);
      }
    }
  }
}
