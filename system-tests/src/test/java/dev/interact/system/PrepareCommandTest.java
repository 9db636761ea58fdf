package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.preparation.set.DataSet;
import dev.interact.study.Concept;
import dev.interact.study.file.ConceptFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From raw files of all domains to a study on them, by the command line alone. */
class PrepareCommandTest {
  private static final String STUDY =
      """
      name: on-shipped
      concepts: ["sets/shipped-*/concepts.jsonl"]
      conditions: [closed-book, full-context]
      students: [offline-weak]
      """;

  @TempDir static Path folder;
  private static Cli cli;
  private static Cli.Ended prepared;

  @BeforeAll
  static void prepare() {
    cli = new Cli(folder);
    Cli.Ended up = cli.run("up", "--port", "0");
    assertThat(up.exitCode()).as(up.err()).isZero();
    prepared = prepareAgain();
  }

  @AfterAll
  static void stop() {
    cli.run("down");
  }

  private static Cli.Ended prepareAgain() {
    return cli.run(
        "prepare",
        Stack.ROOT.resolve("data/raw").toString(),
        "--author",
        "offline",
        "--name",
        "shipped",
        "--json");
  }

  private static DataSet set() throws java.io.IOException {
    try (Stream<Path> sets = Files.list(folder.resolve("sets"))) {
      List<Path> found = sets.filter(DataSet::isIn).toList();
      assertThat(found).hasSize(1);
      return DataSet.read(found.getFirst()).verify();
    }
  }

  @Test
  void raw_files_of_all_domains_become_a_set_that_a_study_runs_on() throws Exception {
    assertThat(prepared.exitCode()).as(prepared.err()).isZero();
    List<Concept> concepts = ConceptFiles.read(set().concepts());
    assertThat(concepts.stream().map(Concept::domain).distinct())
        .containsExactlyInAnyOrder("academic-papers", "images", "lyrics", "movie-plots", "news");
    assertThat(concepts).allSatisfy(concept -> assertThat(concept.quiz()).isNotEmpty());

    Cli.Ended run = cli.run("run", cli.write("study.yaml", STUDY), "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode cells = Api.json(run.out()).path("cells");
    assertThat(accuracy(cells, "full-context")).isGreaterThan(accuracy(cells, "closed-book") + 0.2);
    assertThat(cli.read("results/on-shipped/manifest.json")).contains(set().reference());
  }

  private static double accuracy(JsonNode cells, String condition) {
    for (JsonNode cell : cells) {
      if (cell.path("condition").asText().equals(condition)) {
        return cell.at("/curve/0/accuracy").asDouble();
      }
    }
    throw new AssertionError("no cell of " + condition + " in " + cells);
  }

  @Test
  void what_was_prepared_is_found_again_and_is_the_same_version() throws Exception {
    String version = set().reference();

    Cli.Ended again = prepareAgain();

    assertThat(again.err()).contains("It is finished already");
    assertThat(set().reference()).isEqualTo(version);
  }

  /** A run of dots once took the stack of an engine that serves everyone. */
  @Test
  void a_strange_text_fails_alone_if_at_all() throws Exception {
    cli.write("dots.txt", ".".repeat(20_000) + "\n");

    Cli.Ended strange = cli.run("prepare", "dots.txt", "--domain", "tales", "--author", "offline");
    Cli.Ended good = prepareAgain();

    assertThat(strange.exitCode()).isIn(0, 3);
    assertThat(good.exitCode()).isZero();
  }

  @Test
  void a_set_says_who_made_it_and_that_it_is_simulated() throws Exception {
    assertThat(cli.read("sets/" + set().folder().getFileName() + "/README.md"))
        .contains("simulated")
        .contains("CC0-1.0");
    assertThat(Api.json(prepared.out()).toString()).contains(set().reference().split("@")[1]);
  }
}
