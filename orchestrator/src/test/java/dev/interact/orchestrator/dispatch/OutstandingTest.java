package dev.interact.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Sampling;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.ledger.Draw;
import dev.interact.orchestrator.presence.Presence;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutstandingTest {
  private final Presence presence =
      new Presence("me", Duration.ofSeconds(1), Duration.ofSeconds(6));
  private final Outstanding outstanding = new Outstanding(presence);
  private final AttemptRow attempt =
      new AttemptRow(
          new CallRow(
              new CallSpec(
                  "key",
                  CallKind.ANSWER,
                  new CallSpec.Model("m", "m-id"),
                  new Sampling(0, 10, 1),
                  "prompt",
                  new Draw(null, 0, 0)),
              1),
          "study",
          "worker",
          Instant.EPOCH);

  private Outstanding.Sent sent() {
    return outstanding.where(any -> true).getFirst();
  }

  @Test
  void what_stands_by_takes_no_place_until_it_begins() {
    outstanding.addStandingBy(attempt);

    assertThat(outstanding.standsBy(attempt.id)).isTrue();
    assertThat(outstanding.ofModel("m")).isZero();
    assertThat(outstanding.ofWorker("worker")).isZero();
    assertThat(outstanding.of("worker", "m")).isZero();
    assertThat(outstanding.standingOfModel("m")).isOne();
    assertThat(outstanding.standingBy("worker", "m")).isOne();
    assertThat(outstanding.ofStudy("m", "study")).isOne();

    outstanding.add(attempt);
    assertThat(outstanding.standsBy(attempt.id)).as("it is known").isTrue();

    outstanding.standing(attempt.id, false);
    outstanding.standing(attempt.id, false);
    assertThat(outstanding.standsBy(attempt.id)).isFalse();
    assertThat(outstanding.ofModel("m")).isOne();
    assertThat(outstanding.ofWorker("worker")).isOne();
    assertThat(outstanding.of("worker", "m")).isOne();
    assertThat(outstanding.standingOfModel("m")).isZero();
    assertThat(outstanding.standingBy("m")).isEmpty();
    assertThat(outstanding.ofStudy("m", "study")).isOne();

    outstanding.standing(attempt.id, true);
    outstanding.sentAgain(attempt.id);
    assertThat(outstanding.standsBy(attempt.id)).isTrue();
    assertThat(outstanding.remove(attempt.id).standsBy()).isTrue();
    assertThat(outstanding.standingOfModel("m")).isZero();
    assertThat(outstanding.ofModel("m")).isZero();
    assertThat(outstanding.ofStudy("m", "study")).isZero();
    outstanding.standing(attempt.id, false);
    assertThat(outstanding.where(any -> true)).isEmpty();
  }

  @Test
  void an_attempt_that_is_handed_back_again_and_again_was_never_ignored() {
    outstanding.add(attempt);

    for (int i = 0; i < 10; i++) {
      outstanding.handedBack(attempt.id, -6_000);
      assertThat(sent().repeats()).isZero();
      assertThat(sent().sentAt()).isEqualTo(-6_000);
      outstanding.sentAgain(attempt.id);
    }

    assertThat(sent().repeats()).isOne();
    assertThat(sent().sentAt()).isEqualTo(presence.listened());
  }

  @Test
  void an_attempt_that_its_worker_ignores_is_counted() {
    outstanding.add(attempt);

    outstanding.sentAgain(attempt.id);
    outstanding.sentAgain(attempt.id);

    assertThat(sent().repeats()).isEqualTo(2);
  }
}
