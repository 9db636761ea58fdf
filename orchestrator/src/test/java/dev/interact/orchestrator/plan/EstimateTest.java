package dev.interact.orchestrator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Sampling;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.ledger.Draw;
import org.junit.jupiter.api.Test;

class EstimateTest {
  private static CallSpec call(int maxTokens) {
    return new CallSpec(
        "key",
        CallKind.ANSWER,
        new CallSpec.Model("alias", "id"),
        new Sampling(1, maxTokens, 7),
        "prompt",
        new Draw(1L, 0, 0));
  }

  @Test
  void without_calls_like_it_a_guess_and_half_of_the_most_are_taken() {
    Estimate assumed = Estimate.assumed();

    assertThat(assumed.input(4000, 1000)).isEqualTo(1000);
    assertThat(assumed.output(call(800))).isEqualTo(400);
    assertThat(assumed.characters(call(800))).isEqualTo(1600);
    assertThat(assumed.basis()).isEqualTo(new StudyPlan.Basis(0, 0.25, null));
  }

  @Test
  void calls_like_it_give_the_rate_of_prompts_and_the_length_of_answers() {
    Estimate calibrated = new Estimate(30, 0.2, 120, 500);

    assertThat(calibrated.input(4000, 1000)).isEqualTo(800);
    assertThat(calibrated.output(call(800))).isEqualTo(120);
    assertThat(calibrated.characters(call(800))).isEqualTo(500);
    assertThat(calibrated.basis()).isEqualTo(new StudyPlan.Basis(30, 0.2, 120.0));
  }

  @Test
  void no_answer_is_taken_for_longer_than_it_may_be() {
    assertThat(new Estimate(30, 0.2, 120, 500).output(call(50))).isEqualTo(50);
  }
}
