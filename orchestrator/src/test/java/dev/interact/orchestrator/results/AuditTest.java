package dev.interact.orchestrator.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interact.study.StudyFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTest {
  private static final StudyFile STUDY =
      Arms.study("forks: [{kind: candidates, at: [2]}]\nstrategies: [ask-or-stop]");

  private final Audit audit = new Audit(Horizon.of(STUDY));

  private void add(String condition, Integer end, String... answers) {
    audit.add(Talks.of(Arms.of(STUDY, condition), end, answers), Talks.CONCEPT);
  }

  private List<Audit.Line> lines() {
    List<Audit.Line> lines = new ArrayList<>();
    audit.lines(lines::add);
    return lines;
  }

  @Test
  void coverage_is_the_mean_over_those_too_that_ended_early() {
    add("dynamic", null, "Ann", "sails", "Bob", "rows");
    add("dynamic", 1, "Bob rows and Ann sails.");
    add("dynamic", 0);

    assertThat(lines())
        .extracting(Audit.Line::turn, Audit.Line::coverage)
        .containsExactly(
            tuple(1, (0.25 + 1 + 0) / 3),
            tuple(2, (0.5 + 1 + 0) / 3),
            tuple(3, (0.75 + 1 + 0) / 3),
            tuple(4, (1.0 + 1 + 0) / 3));
  }

  @Test
  void what_answers_state_is_a_share_of_the_answers_that_there_are() {
    add("dynamic", 2, "Ann", "Bob");
    add("dynamic", 1, "nobody");

    assertThat(lines())
        .extracting(
            Audit.Line::turn, Audit.Line::answers, Audit.Line::stating, Audit.Line::statingRight)
        .containsExactly(
            tuple(1, 2L, 0.5, 0.5),
            tuple(2, 1L, 1.0, 0.0),
            tuple(3, 0L, null, null),
            tuple(4, 0L, null, null));
  }

  @Test
  void a_fork_that_ended_before_its_candidates_tells_nothing_of_them() {
    add("candidates", null, "Ann", "sails");
    add("candidates", 0);

    assertThat(lines())
        .extracting(Audit.Line::turn, Audit.Line::coverage)
        .containsExactly(tuple(1, 0.125), tuple(2, 0.5));
  }

  @Test
  void arms_without_turns_have_no_line() {
    add("closed-book", null);

    assertThat(lines()).isEmpty();
  }
}
