package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Concepts that other people wrote, in a folder beside the checkout or in that of
 * INTERACT_MATERIAL. Where there are none, the tests are skipped; in continuous integration
 * INTERACT_MATERIAL=none must say so.
 */
class RealMaterialTest {
  private static final String PLACE =
      System.getenv().getOrDefault("INTERACT_MATERIAL", "../shared/data");
  private static final Path MATERIAL = Stack.ROOT.resolve(PLACE).normalize();
  private static final List<Path> FILES =
      List.of(MATERIAL.resolve("fairytales.jsonl"), MATERIAL.resolve("news.jsonl"));

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void findMaterial() {
    boolean there = FILES.stream().allMatch(Files::exists);
    boolean needed = "true".equals(System.getenv("CI")) && !PLACE.equals("none");
    assertThat(there || !needed).as(FILES + " exist").isTrue();
    assumeTrue(there, () -> "skipped: there is no " + FILES);
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
  void a_sample_of_it_runs_to_the_end() {
    Cli.Ended ended = cli.run("run", study("sample: {per_domain: 3}"), "--port", "0");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(cli.read("results/real/dialogues.jsonl").lines())
        .hasSize(2 * 3 * 5)
        .allMatch(line -> line.contains("\"status\":\"finished\""));
  }
}
