package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.local.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that {@code up} started serve one command after another, until {@code down}. */
class KeptServicesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** More than what a JVM writes for itself. */
  private static final int LARGEST_FILE_KILOBYTES = 40;

  private static final int LARGE = 100;

  @TempDir static Path folder;
  private static Cli cli;
  private static int port;

  @BeforeAll
  static void up() {
    cli = new Cli(folder).with("INTERACT_RETRY_BACKOFF", "50ms");
    cli.write(
        "models.yaml",
        """
        models:
          offline: {base-url: '${OFFLINE_MODEL_URL:-http://127.0.0.1:9/v1}', model: offline}
          nowhere: {base-url: 'http://127.0.0.1:%d/v1', model: none}
        """
            .formatted(Ports.free()));
    cli.write(
        "concepts.jsonl",
        """
        {"id":"a","domain":"story","title":"A","context":"The heron knew the name.",\
        "quiz":[{"id":"e1","question":"Who knew the name?","options":["the heron","the mule"],"answer":0}]}
        {"id":"b","domain":"story","title":"B","context":"The mule ate the map.",\
        "quiz":[{"id":"e1","question":"Who ate the map?","options":["the heron","the mule"],"answer":1}]}
        """);
    port = Ports.free();

    Cli.Ended up = cli.run("up", "--port", String.valueOf(port), "--models", "models.yaml");

    assertThat(up.exitCode()).as(up.err()).isZero();
    assertThat(up.out()).startsWith("Interact is up at http://127.0.0.1:" + port);
  }

  @AfterAll
  static void down_leaves_nothing_running() {
    try {
      assertThat(cli.alive()).as("what up started").hasSizeGreaterThan(6);

      Cli.Ended down = cli.run("down");

      assertThat(down.exitCode()).isZero();
      assertThat(down.out()).isEqualTo("Interact is stopped.\n");
      assertThat(cli.alive()).isEmpty();
      assertThat(cli.run("status").exitCode()).isEqualTo(4);
    } finally {
      cli.killAll();
    }
  }

  private static String study(String file, String name, String student, int turns) {
    return cli.write(
        file,
        """
        name: %s
        concepts: [concepts.jsonl]
        conditions: [dynamic]
        turns: %d
        students: [%s]
        teachers: [offline]
        """
            .formatted(name, turns, student));
  }

  private static JsonNode status(String study) throws IOException {
    return JSON.readTree(cli.run("status", study, "--json").out());
  }

  @Test
  void a_second_up_finds_them_running() {
    assertThat(cli.run("up").out()).startsWith("Interact is running already at http://127.0.0.1:");
  }

  @Test
  void a_run_uses_them_and_a_finished_study_is_not_run_again() throws IOException {
    String file = study("twice.yaml", "twice", "offline", 3);
    Cli.Ended first = cli.run("run", file);
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.err()).doesNotContain("is ready");
    long attempts = status("twice").path("attempts").asLong();

    Cli.Ended again = cli.run("run", file);

    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).contains("It is finished already");
    assertThat(again.out()).isEqualTo(first.out());
    assertThat(attempts).isPositive();
    assertThat(status("twice").path("attempts").asLong()).isEqualTo(attempts);
    assertThat(cli.run("studies").out()).contains("twice", "finished");
    assertThat(cli.run("status").out())
        .startsWith("Interact runs at http://127.0.0.1:" + port + " with 3 workers");
  }

  @Test
  void a_model_that_cannot_be_reached_fails_its_dialogues_with_one_sentence() throws IOException {
    Cli.Ended run = cli.run("run", study("nowhere.yaml", "nowhere", "nowhere", 1), "--no-progress");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err().lines().toList())
        .containsSubsequence("Study nowhere: 2 concepts.", "Results are in results/nowhere.")
        .hasSize(4)
        .endsWith("To try them again: interact run --retry nowhere.yaml");
    assertThat(run.err().lines().toList().get(2))
        .startsWith("All 2 dialogues failed: Model 'nowhere' at http://127.0.0.1:")
        .endsWith("(2x)");
    assertThat(cli.run("run", "--retry", "nowhere.yaml", "--no-progress").err())
        .as("tried again, and refused again")
        .contains("Trying 2 failed dialogues again.", "All 2 dialogues failed");
    assertThat(status("nowhere").path("dialogues").path("failed").asInt()).isEqualTo(2);
  }

  @Test
  void another_study_of_the_same_name_leaves_the_results_of_the_first_alone() {
    assertThat(cli.run("run", study("same.yaml", "same", "offline", 1)).exitCode()).isZero();
    String summary = cli.read("results/same/summary.json");

    Cli.Ended other = cli.run("run", study("other.yaml", "same", "offline", 2));

    assertThat(other.exitCode()).isZero();
    assertThat(other.err()).contains("Results are in results/same-2.");
    assertThat(cli.read("results/same/summary.json")).isEqualTo(summary);
    assertThat(cli.read("results/same-2/summary.json")).isNotEqualTo(summary);
  }

  @Test
  void a_full_disk_leaves_no_torn_results() throws IOException {
    String file = largeStudy();

    Cli.Ended full = cli.runWithFilesUpTo(LARGEST_FILE_KILOBYTES, "run", file, "--no-progress");

    assertThat(full.exitCode()).as(full.err()).isEqualTo(1);
    assertThat(full.err().lines().toList())
        .as("a sentence, and no second try")
        .hasSize(2)
        .last()
        .asString()
        .startsWith("The results cannot be written to results/large: File too large.")
        .endsWith("and run the same command again.");
    assertThat(results()).noneMatch(name -> name.contains("large"));

    Cli.Ended whole = cli.run("run", file, "--no-progress");

    assertThat(whole.exitCode()).as(whole.err()).isZero();
    String dialogues = cli.read("results/large/dialogues.jsonl");
    assertThat(dialogues.lines()).hasSize(LARGE);
    assertThat(dialogues).hasSizeGreaterThan(1024 * LARGEST_FILE_KILOBYTES);

    assertThat(cli.runWithFilesUpTo(LARGEST_FILE_KILOBYTES, "run", file).exitCode()).isEqualTo(1);
    assertThat(cli.read("results/large/dialogues.jsonl"))
        .as("earlier results stay")
        .isEqualTo(dialogues);
    assertThat(results()).filteredOn(name -> name.contains("large")).containsExactly("large");
  }

  private static String largeStudy() {
    String concept =
        "{\"id\":\"c%d\",\"domain\":\"story\",\"title\":\"T\",\"context\":\"The heron knew the name.\",\"quiz\":[{\"id\":\"e1\",\"question\":\"Who?\",\"options\":[\"the heron\",\"the mule\"],\"answer\":0}]}\n";
    cli.write(
        "large.jsonl",
        IntStream.range(0, LARGE).mapToObj(concept::formatted).collect(Collectors.joining()));
    return cli.write(
        "large.yaml",
        "{name: large, concepts: [large.jsonl], conditions: [dynamic], turns: 1, students: [offline], teachers: [offline]}");
  }

  private static List<String> results() throws IOException {
    try (Stream<Path> all = Files.list(Files.createDirectories(folder.resolve("results")))) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }
}
