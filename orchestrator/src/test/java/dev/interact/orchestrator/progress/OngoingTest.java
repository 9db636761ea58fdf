package dev.interact.orchestrator.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.orchestrator.store.Columns;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OngoingTest {

  private static Set<String> columns(Class<?> entity, String... key) {
    Set<String> columns = new HashSet<>(Columns.of(entity));
    columns.remove("id");
    columns.addAll(Set.of(key));
    return columns;
  }

  @Test
  void all_that_a_step_is_is_written() {
    assertThat(Ongoing.STEP.columns()).isEqualTo(Columns.of(StepRow.class));
  }

  @Test
  void all_that_a_turn_is_is_written() {
    assertThat(Ongoing.TURN.columns()).isEqualTo(columns(TurnRow.class, "dialogue", "number"));
  }

  @Test
  void all_that_a_candidate_is_is_written() {
    assertThat(Ongoing.CANDIDATE.columns())
        .isEqualTo(columns(CandidateRow.class, "dialogue", "turn", "number"));
  }
}
