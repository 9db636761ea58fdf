package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies on {@link RealMaterial}. */
class RealMaterialTest {
  private static final List<Path> FILES = List.of(RealMaterial.TALES, RealMaterial.NEWS);

  private static final Pattern INTERVAL =
      Pattern.compile("-?\\d+\\.\\d \\[-?\\d+\\.\\d, -?\\d+\\.\\d]");
  private static final Pattern SENTENCE = Pattern.compile("n = 12 concepts.* points \\[-?\\d");

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void findMaterial() {
    RealMaterial.assume(FILES);
    cli = new Cli(folder);
  }

  @AfterEach
  void stop() {
    if (cli != null) {
      cli.killAll();
    }
  }

  private String study(String more) {
    return cli.write(
        "real.yaml",
        """
        name: real
        concepts: %s
        conditions: [closed-book, static-lesson, dynamic, dynamic-with-lesson, full-context]
        turns: 2
        students: [offline]
        teachers: [offline]
        %s
        """
            .formatted(FILES, more));
  }

  @Test
  void all_of_it_is_valid() {
    Cli.Ended ended = cli.run("validate", study(""));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("is valid: 53 concepts x 5 cells = 265 dialogues");
  }

  @Test
  void a_sample_of_it_runs_to_the_end_and_is_reported() throws IOException {
    Cli.Ended ended = cli.run("run", study("sample: {per_domain: 6}"), "--port", "0");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(cli.read("results/real/dialogues.jsonl").lines())
        .hasSize(2 * 6 * 5)
        .allMatch(line -> line.contains("\"status\":\"finished\""));
    JsonNode report = new JsonMapper().readTree(cli.read("results/real/analysis.json"));
    assertThat(List.of("rq1", "rq2")).allSatisfy(question -> assertAnswered(report, question));
    assertThat(report.findValues("rows").toString()).doesNotContain("NaN", "\"null");
    assertThat(cli.read("results/real/report.md")).doesNotContain("NaN", "null");
    assertThat(cli.read("results/real/report.html"))
        .contains("RQ1", "RQ2", "<svg")
        .doesNotContain("NaN", ">null");
  }

  /** Twelve concepts are enough for intervals. */
  private void assertAnswered(JsonNode report, String question) {
    List<JsonNode> blocks =
        report
            .path("sections")
            .valueStream()
            .filter(section -> section.path("id").asText().equals(question))
            .flatMap(section -> section.path("blocks").valueStream())
            .toList();
    assertThat(of("text", blocks))
        .anyMatch(text -> SENTENCE.matcher(text.path("text").asText()).find());
    assertThat(of("table", blocks)).anyMatch(table -> INTERVAL.matcher(table.toString()).find());
    assertThat(of("forest", blocks)).isNotEmpty().allSatisfy(this::assertDrawn);
  }

  private static List<JsonNode> of(String type, List<JsonNode> blocks) {
    return blocks.stream().filter(block -> block.path("type").asText().equals(type)).toList();
  }

  private void assertDrawn(JsonNode forest) {
    Path plot = cli.folder().resolve("results/real/plots").resolve(forest.path("id").asText());
    assertThat(forest.path("rows").valueStream().toList())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.path("low").isNumber()).as(row.toString()).isTrue())
        .allSatisfy(row -> assertThat(row.path("high").isNumber()).as(row.toString()).isTrue());
    assertThat(List.of(".svg", ".png"))
        .allSatisfy(kind -> assertThat(Path.of(plot + kind)).isNotEmptyFile());
  }
}
