package dev.interact.orchestrator.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HorizonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          closed-book     |                                                     | 0
          dynamic         |                                                     | 4
          lecture         | forks: [{kind: lecture}]                            | 4
          fixed-questions | forks: [{kind: fixed-questions, questions: [A, B]}] | 2
          candidates      | forks: [{kind: candidates, at: [3]}]                | 3
          """)
  void an_arm_has_the_turns_that_its_course_has(String condition, String more, int turns) {
    assertThat(Arms.horizon(more == null ? "" : more, condition).turns()).isEqualTo(turns);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dynamic    | 1 |   | 1
          dynamic    | 1 | 2 | 1
          dynamic    | 2 | 2 | 2 3 4
          dynamic    | 0 | 0 | 0 1 2 3 4
          dynamic    | 4 | 4 | 4
          candidates | 0 | 1 | 0
          candidates | 1 | 1 | 1 2
          candidates | 2 | 2 | 2
          candidates | 3 |   | 3
          """)
  void what_was_known_at_an_early_end_stands_for_the_turns_to_come_but_for_that_of_candidates(
      String condition, int turn, Integer end, String turns) {
    Horizon horizon = Arms.horizon("forks: [{kind: candidates, at: [3]}]", condition);

    assertThat(horizon.from(turn, end).mapToObj(String::valueOf)).containsExactly(turns.split(" "));
  }
}
