package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the quickstart promises, on all shipped samples: simulated students know nothing beforehand,
 * learn from a lesson, learn more with each turn, and do best with the material in view. The bands
 * are wide: the samples and the offline model may change, the order of the conditions may not.
 */
class ShippedSamplesTest {
  private static final int TURNS = 5;

  @TempDir static Path folder;
  private static Cli cli;
  private static JsonNode summary;

  @BeforeAll
  static void run() throws IOException {
    cli = new Cli(folder);
    String study =
        cli.write(
            "samples.yaml",
            """
            name: samples
            concepts: [data/samples/*.jsonl]
            conditions: [closed-book, static-lesson, dynamic, full-context]
            turns: %d
            seeds: [1]
            students: [offline]
            teachers: [offline]
            """
                .formatted(TURNS));

    Cli.Ended ended = cli.run("run", study, "--port", "0", "--json");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    summary = new ObjectMapper().readTree(ended.out());
  }

  @AfterAll
  static void stop() {
    cli.killAll();
  }

  private static double accuracy(String condition, int turn) {
    for (JsonNode cell : summary.path("cells")) {
      if (cell.path("condition").asText().equals(condition)) {
        return cell.path("curve").path(turn).path("accuracy").asDouble(Double.NaN);
      }
    }
    throw new AssertionError("there is no " + condition);
  }

  @Test
  void there_are_five_concepts_of_each_domain_at_least() {
    assertThat(summary.path("concepts").asInt()).isGreaterThanOrEqualTo(25);
  }

  @Test
  void closed_book_is_near_chance() {
    assertThat(accuracy("closed-book", 0)).isBetween(0.15, 0.38);
    assertThat(accuracy("dynamic", 0)).isEqualTo(accuracy("closed-book", 0));
  }

  @Test
  void a_lesson_helps() {
    assertThat(accuracy("static-lesson", 0)).isGreaterThan(accuracy("closed-book", 0) + 0.04);
  }

  @Test
  void the_curve_rises_with_the_turns() {
    assertThat(accuracy("dynamic", TURNS)).isGreaterThan(accuracy("closed-book", 0) + 0.1);
    assertThat(accuracy("dynamic", TURNS)).isGreaterThan(accuracy("dynamic", 1) + 0.05);
    assertThat(accuracy("dynamic", 3)).isGreaterThan(accuracy("dynamic", 1));
  }

  @Test
  void the_material_in_view_is_best() {
    assertThat(accuracy("full-context", 0))
        .isGreaterThan(accuracy("dynamic", TURNS))
        .isGreaterThan(accuracy("static-lesson", 0));
  }
}
