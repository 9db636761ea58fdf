package dev.interact.orchestrator.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.orchestrator.progress.DialogueRow.Stage;
import dev.interact.orchestrator.results.Dialogues.Count;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialoguesTest {
  private static final Horizon SHORT =
      Arms.horizon("forks: [{kind: fixed-questions, questions: [A, B]}]", "fixed-questions");

  private static Double turns(Horizon horizon, Count... counts) {
    return new Dialogues("a", null, List.of(counts)).turns(horizon);
  }

  @Test
  void dialogues_that_did_not_end_early_have_the_turns_of_their_arm() {
    assertThat(turns(SHORT, new Count("a", "d", Stage.FINISHED, 4L, 0L, null))).isEqualTo(2);
  }

  @Test
  void those_that_ended_early_have_their_own() {
    assertThat(
            turns(
                new Horizon(4, 4),
                new Count("a", "d", Stage.FINISHED, 4L, 2L, 3L),
                new Count("a", "e", Stage.FAILED, 5L, 5L, 1L)))
        .isEqualTo((1 + 2 + 4 + 4) / 4.0);
  }

  @Test
  void there_is_no_mean_without_turns_or_before_one_is_finished() {
    assertThat(turns(new Horizon(0, 0), new Count("a", "d", Stage.FINISHED, 4L, 0L, null)))
        .isNull();
    assertThat(turns(SHORT, new Count("a", "d", Stage.FAILED, 4L, 0L, null))).isNull();
  }
}
