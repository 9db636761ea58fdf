package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals are told by tiny loads; whether they are reached here is not asked. */
class BenchGoalsTest {
  private static final int CALLS = 48;
  private static final int TALES = 3;

  @TempDir static Path folder;
  private static Cli bench;
  private static Cli.Ended ended;
  private static JsonNode report;

  @BeforeAll
  static void measureAFewCalls() throws IOException {
    bench = Cli.bench(folder);
    bench.write("tales.jsonl", BuiltCheckout.tales(2 * TALES));
    try (BuiltCheckout checkout = new BuiltCheckout(folder.resolve("checkout"))) {
      ended =
          bench.run(
              "prefix",
              "growth",
              "--goals",
              "--no-loop",
              "--warm-up",
              "0",
              "--calls",
              String.valueOf(CALLS),
              "--concepts",
              "tales.jsonl",
              "--checkout",
              checkout.root().toString(),
              "--json",
              "goals.json");
    }
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    report = Api.json(bench.read("goals.json"));
  }

  @AfterAll
  static void stop() {
    bench.killAll();
  }

  private static JsonNode figures(String name) {
    for (JsonNode each : report.path("cases")) {
      if (each.path("name").asText().equals(name)) {
        return each.path("stack");
      }
    }
    throw new AssertionError(name + " was not measured: " + ended.err());
  }

  private static double figure(String name, String figure) {
    assertThat(figures(name).has(figure)).as("%s of %s", figure, name).isTrue();
    return figures(name).path(figure).asDouble();
  }

  @Test
  void dialogues_are_found_in_what_was_said() {
    assertThat(figure("prefix", "calls")).isEqualTo(CALLS);
    assertThat(figure("prefix", "dialogues_found")).isEqualTo(TALES);
    // A machine that is busy with more than this has some quizzes wait for its next turn.
    assertThat(figure("prefix", "longest_chain")).isBetween(11.0, 16.0);
    assertThat(figure("prefix", "dialogue_of_least")).isGreaterThan(1);
    assertThat(figure("prefix", "percent_of_input_shared")).isBetween(20.0, 95.0);
    assertThat(figure("prefix", "prefixes_broken")).isZero();
  }

  @Test
  void a_larger_study_is_compared_with_a_smaller_one_and_reported() {
    assertThat(figure("growth", "calls.1")).isEqualTo(16);
    assertThat(figure("growth", "calls.3")).isEqualTo(48);
    assertThat(figure("growth", "growth.dialogue_ms.3")).isPositive();
    assertThat(figure("growth", "growth.bytes_per_dialogue.postgres.3")).isPositive();
    assertThat(figure("growth", "orchestrator_heap_mib.live.3"))
        .isBetween(1.0, figure("growth", "orchestrator_heap_mib.limit.3"));
    assertThat(figure("growth", "report_and_export_seconds.3"))
        .isEqualTo(figure("growth", "report_seconds.3") + figure("growth", "export_seconds.3"));
    if (Files.exists(Path.of("/proc/self/status"))) {
      assertThat(figure("growth", "resident_mb.report.3")).isGreaterThan(10);
    }
  }

  @Test
  void one_table_says_of_each_goal_whether_it_holds() {
    assertThat(ended.out())
        .containsPattern(
            "^\\d+ cores.* MiB, .*Java .*; load .* before the start\n\nwhat +goal +measured +holds\\?\n")
        .containsPattern("not the one before plus a suffix +≤ 0 requests +0 requests +yes\n")
        .containsPattern("earlier call of the dialogue began with +- +[0-9.]+ % +-\n")
        .containsPattern("resident memory of that process +≤ 300 MB +- +not measured\n");
    assertThat(ended.out().lines()).hasSize(report.path("goals").size() + 5);
    assertThat(report.path("goals").findValuesAsText("holds"))
        .containsOnly("yes", "not measured", "-");
  }

  @Test
  void nothing_is_left_behind() throws IOException {
    assertThat(bench.alive()).isEmpty();
    try (Stream<Path> left = Files.list(folder.resolve("data"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void every_case_and_figure_is_documented() {
    String page = Fence.read(Stack.ROOT.resolve("DEVELOPING.md"));

    for (JsonNode each : report.path("cases")) {
      assertThat(page).contains("| `" + each.path("name").asText() + "` |");
      assertThat(each.path("stack").properties())
          .allSatisfy(
              figure -> assertThat(page).contains("`" + figure.getKey().replaceAll("\\..*", "")));
    }
  }
}
