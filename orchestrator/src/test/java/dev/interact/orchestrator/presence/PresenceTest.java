package dev.interact.orchestrator.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Role;
import dev.interact.contracts.presence.Heartbeat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private final Presence presence = new Presence("me", SECOND, Duration.ofSeconds(6));

  private static Heartbeat.OfWorker worker(String incarnation, boolean stopping) {
    return new Heartbeat.OfWorker(
        incarnation,
        Role.TEACHER,
        "default",
        4,
        List.of("a1"),
        List.of(0, 1),
        List.of("m"),
        Map.of(),
        stopping,
        List.of());
  }

  private void own(long fromSecond, long toSecond) {
    for (long second = fromSecond; second <= toSecond; second++) {
      presence.hear(new Heartbeat.OfOrchestrator("me"), second * 1000);
    }
  }

  @Test
  void a_worker_that_falls_silent_is_gone_after_a_while() {
    own(0, 1);
    presence.hear(worker("t1", false), 1000);
    own(2, 7);
    assertThat(presence.isGone("t1")).isFalse();
    own(8, 8);
    assertThat(presence.isGone("t1")).isTrue();
    assertThat(presence.living()).isEmpty();
  }

  @Test
  void silence_counts_only_while_the_own_heartbeats_come_back() {
    own(0, 1);
    presence.hear(worker("t1", false), 1000);

    presence.hear(new Heartbeat.OfOrchestrator("me"), 600_000);

    assertThat(presence.listened()).as("ten minutes of outage count for 2 s").isEqualTo(3000);
    assertThat(presence.isGone("t1")).isFalse();
  }

  @Test
  void heartbeats_of_another_orchestrator_make_no_time_pass() {
    own(0, 1);
    for (int second = 2; second < 100; second++) {
      presence.hear(new Heartbeat.OfOrchestrator("other"), second * 1000L);
    }
    assertThat(presence.listened()).isEqualTo(1000);
  }

  @Test
  void a_worker_never_heard_of_is_given_time_to_speak() {
    own(0, 10);
    assertThat(presence.isGone("unknown")).isFalse();
    own(11, 16);
    assertThat(presence.isGone("unknown")).isFalse();
    own(17, 17);
    assertThat(presence.isGone("unknown")).isTrue();
  }

  @Test
  void a_worker_that_stops_lives_but_takes_nothing() {
    own(0, 1);
    presence.hear(worker("t1", true), 1000);

    assertThat(presence.isGone("t1")).isFalse();
    assertThat(presence.isTaking("t1")).isFalse();
    assertThat(presence.taking(Role.TEACHER, "default")).isEmpty();
    assertThat(presence.living()).hasSize(1);
  }

  @Test
  void workers_are_found_by_role_and_pool() {
    own(0, 1);
    presence.hear(worker("t1", false), 1000);

    assertThat(presence.taking(Role.TEACHER, "default")).hasSize(1);
    assertThat(presence.taking(Role.TEACHER, "other")).isEmpty();
    assertThat(presence.taking(Role.STUDENT, "default")).isEmpty();
  }
}
