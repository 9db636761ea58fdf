package dev.interact.orchestrator.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.orchestrator.progress.StepRow.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetestsTest {
  private final Retests retests = new Retests();

  private static Results.Marked sheet(Kind kind, int turn, String call, Integer... choices) {
    return new Results.Marked("dialogue", kind, turn, 0, 0, call, choices);
  }

  @Test
  void choices_that_came_out_otherwise_are_counted() {
    retests.add(
        "m",
        List.of(
            sheet(Kind.SIT, 0, "a", 0, 1, null),
            sheet(Kind.RETEST, 0, "b", 0, 2, null),
            sheet(Kind.SIT, 1, "c", 0, 1, 2),
            sheet(Kind.SIT, 2, "d", 0, 1, 2),
            sheet(Kind.RETEST, 2, "e", null, 1, 2)));

    assertThat(retests.flips()).containsExactly(new Retests.Flips("m", 6, 2));
  }

  @Test
  void a_pair_of_calls_that_dialogues_share_counts_once() {
    for (int dialogue = 0; dialogue < 3; dialogue++) {
      retests.add(
          "m",
          List.of(
              sheet(Kind.SIT, 0, "shared", 0),
              sheet(Kind.RETEST, 0, "shared again", 1),
              sheet(Kind.SIT, 1, "own " + dialogue, 0),
              sheet(Kind.RETEST, 1, "own again " + dialogue, 0)));
    }

    assertThat(retests.flips()).containsExactly(new Retests.Flips("m", 4, 1));
  }

  @Test
  void students_are_counted_apart() {
    retests.add("n", List.of(sheet(Kind.SIT, 0, "a", 0), sheet(Kind.RETEST, 0, "b", 1)));
    retests.add("m", List.of(sheet(Kind.SIT, 0, "c", 0), sheet(Kind.RETEST, 0, "d", 0)));

    assertThat(retests.flips())
        .containsExactly(new Retests.Flips("m", 1, 0), new Retests.Flips("n", 1, 1));
  }
}
