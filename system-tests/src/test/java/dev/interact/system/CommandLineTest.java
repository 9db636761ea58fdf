package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job: one command takes a study from nothing to its results. It is run twice, each time
 * on a data directory that did not exist before.
 */
class CommandLineTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final List<String> CONDITIONS =
      List.of("closed-book", "static-lesson", "dynamic", "dynamic-with-lesson", "full-context");
  private static final int DOMAINS = 5;
  private static final int ITEMS = 9;
  private static final int TURNS = 2;

  @TempDir static Path folder;
  private static Cli first;
  private static Cli second;
  private static Cli.Ended withTables;
  private static Cli.Ended withJson;

  @BeforeAll
  static void runTwice() {
    first = new Cli(folder.resolve("first"));
    second = new Cli(folder.resolve("second"));
    withTables = first.run("run", study(first), "--port", "0");
    withJson = second.run("run", study(second), "--port", "0", "--json");
  }

  @AfterAll
  static void stop() {
    first.killAll();
    second.killAll();
  }

  private static String study(Cli cli) {
    return cli.write(
        "small.yaml",
        """
        name: small
        concepts: [data/samples/*.jsonl]
        conditions: %s
        turns: %d
        seeds: [1]
        students: [offline]
        teachers: [offline]
        sample: {per_domain: 1, seed: 1}
        """
            .formatted(CONDITIONS, TURNS));
  }

  private static List<JsonNode> answers() throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    for (String line : first.read("results/small/answers.jsonl").lines().toList()) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  @Test
  void the_tables_are_all_that_is_printed() {
    assertThat(withTables.exitCode()).as(withTables.err()).isZero();
    assertThat(withTables.out())
        .startsWith("small: accuracy in per cent before and after the dialogue")
        .contains("teacher bound", "end (gain)", "Learning curves")
        .contains(CONDITIONS)
        .contains("The offline models are simulated");
    assertThat(withTables.err())
        .contains("orchestrator is ready", "Study small: 5 concepts.")
        .contains("25 of 25 dialogues, 0 failed", "Results are in results/small.");
  }

  @Test
  void the_results_are_files_of_figures_and_a_report() throws IOException {
    try (Stream<Path> files = Files.list(first.folder().resolve("results/small"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "analysis.json",
              "answers.jsonl",
              "audit.jsonl",
              "calls.jsonl",
              "concepts.jsonl",
              "dialogues.jsonl",
              "manifest.json",
              "plots",
              "report.html",
              "report.md",
              "summary.json");
    }
    assertThat(first.read("results/small/dialogues.jsonl").lines())
        .hasSize(DOMAINS * CONDITIONS.size());
    assertThat(JSON.readTree(first.read("results/small/manifest.json")).isObject()).isTrue();
    assertThat(first.read("results/small/report.md")).contains("# small", "| teacher bound |");
    assertThat(first.read("results/small/report.html")).contains("<svg", "Learning curves");
  }

  @Test
  void every_answer_has_exactly_the_agreed_fields() throws IOException {
    assertThat(answers())
        .allSatisfy(
            answer ->
                assertThat(answer.fieldNames())
                    .toIterable()
                    .containsExactly(
                        "study",
                        "dialogue",
                        "concept",
                        "domain",
                        "condition",
                        "student",
                        "teacher",
                        "lesson_author",
                        "quiz_mode",
                        "strategy",
                        "style",
                        "from",
                        "framing",
                        "at",
                        "seed",
                        "lesson_draw",
                        "option_order",
                        "candidate",
                        "turn",
                        "sample",
                        "item",
                        "level",
                        "half",
                        "shown",
                        "choice",
                        "correct",
                        "parsed",
                        "status"));
  }

  @Test
  void every_item_is_answered_at_every_turn() throws IOException {
    assertThat(
            answers().stream()
                .collect(
                    Collectors.groupingBy(
                        answer -> answer.path("condition").asText(), Collectors.counting())))
        .containsOnlyKeys(CONDITIONS)
        .containsEntry("closed-book", (long) DOMAINS * ITEMS)
        .containsEntry("static-lesson", (long) DOMAINS * ITEMS)
        .containsEntry("dynamic", (long) DOMAINS * ITEMS * (TURNS + 1))
        .containsEntry("dynamic-with-lesson", (long) DOMAINS * ITEMS * (TURNS + 1))
        .containsEntry("full-context", (long) DOMAINS * ITEMS);
    assertThat(answers())
        .extracting(
            answer -> answer.path("dialogue") + "" + answer.path("turn") + answer.path("item"))
        .doesNotHaveDuplicates();
    assertThat(answers())
        .extracting(answer -> answer.path("status").asText())
        .containsOnly("finished");
  }

  @Test
  void the_answers_are_sorted() throws IOException {
    assertThat(answers())
        .isSortedAccordingTo(
            Comparator.comparing((JsonNode answer) -> answer.path("concept").asText())
                .thenComparing(answer -> CONDITIONS.indexOf(answer.path("condition").asText()))
                .thenComparing(answer -> answer.path("turn").asInt()));
  }

  @Test
  void an_axis_that_does_not_apply_is_null() throws IOException {
    assertThat(answers())
        .allSatisfy(
            answer -> {
              String condition = answer.path("condition").asText();
              boolean talks = condition.startsWith("dynamic");
              assertThat(answer.path("teacher").isNull()).isEqualTo(!talks);
              assertThat(answer.path("seed").isNull()).isEqualTo(!talks);
              assertThat(answer.path("lesson_author").isNull())
                  .isEqualTo(!condition.contains("lesson"));
            });
  }

  @Test
  void a_second_run_from_nothing_gives_the_same_bytes() {
    assertThat(second.read("results/small/answers.jsonl"))
        .isEqualTo(first.read("results/small/answers.jsonl"));
    assertThat(second.read("results/small/dialogues.jsonl"))
        .isEqualTo(first.read("results/small/dialogues.jsonl"));
  }

  @Test
  void json_is_one_document_and_nothing_else() throws IOException {
    assertThat(withJson.exitCode()).as(withJson.err()).isZero();
    assertThat(JSON.readTree(withJson.out()))
        .isEqualTo(JSON.readTree(second.read("results/small/summary.json")));
  }

  @Test
  void nothing_is_left_running() {
    for (Cli cli : List.of(first, second)) {
      assertThat(cli.started()).as("broker, database, model and services").hasSizeGreaterThan(6);
      assertThat(cli.alive()).isEmpty();
      assertThat(cli.folder().resolve("data/stack.json")).doesNotExist();
      assertThat(cli.folder().resolve("data/postgres/postmaster.pid")).doesNotExist();
    }
  }
}
