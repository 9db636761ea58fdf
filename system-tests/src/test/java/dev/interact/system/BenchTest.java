package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark measures what it says; how fast anything is here is not asked. */
class BenchTest {
  private static final int CALLS = 192;

  @TempDir static Path folder;
  private static Cli bench;
  private static Cli.Ended ended;
  private static JsonNode result;

  @BeforeAll
  static void measureAFewCalls() {
    bench = Cli.bench(folder);
    bench.write(
        "before.json",
        """
        {"made": "2026-01-01T00:00:00Z", "machine": null,
         "cases": [{"name": "fixed-200ms", "stack": {"seconds": 0.5}}]}
        """);
    ended =
        bench.run(
            "fixed-200ms",
            "--calls",
            String.valueOf(CALLS),
            "--warm-up",
            "0.1",
            "--json",
            folder.resolve("bench.json").toString(),
            "--compare",
            folder.resolve("before.json").toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    result = Api.json(bench.read("bench.json")).path("cases").path(0);
  }

  @AfterAll
  static void stop() {
    bench.killAll();
  }

  @Test
  void the_stack_and_the_plain_loop_make_the_same_calls() {
    assertThat(result.path("stack").path("calls").asInt()).isEqualTo(CALLS);
    assertThat(result.path("stack").path("calls_repeated").asInt()).isZero();
    assertThat(result.path("plain_loop").path("calls").asInt()).isEqualTo(CALLS / 2);
  }

  @Test
  void every_figure_was_measured() {
    assertThat(result.path("stack").properties())
        .extracting(java.util.Map.Entry::getKey)
        .contains("start_up_seconds", "calls_per_second", "percent_of_ideal", "most_at_once")
        .contains("bytes_per_dialogue.kafka", "bytes_per_dialogue.postgres");
    assertThat(result.at("/stack/bytes_per_dialogue.kafka").asDouble()).isPositive();
    assertThat(result.at("/stack/bytes_per_dialogue.wal").asDouble()).isPositive();
    if (Files.exists(Path.of("/proc/self/smaps_rollup"))) {
      assertThat(result.at("/stack/cpu_s_per_1000.orchestrator").asDouble()).isPositive();
      assertThat(result.at("/stack/peak_mib.postgres").asDouble()).isPositive();
    }
  }

  @Test
  void earlier_figures_stand_beside_those_of_now() {
    assertThat(ended.out()).containsPattern("fixed-200ms +now +plain loop .*earlier +now/earlier");
    assertThat(ended.out()).containsPattern("\nseconds .* 0\\.500 ");
  }

  @Test
  void nothing_is_left_behind() {
    assertThat(bench.alive()).isEmpty();
    assertThat(folder.resolve("data/bench-fixed-200ms")).doesNotExist();
  }

  @Test
  void an_unknown_case_is_refused_with_those_there_are() {
    Cli.Ended refused = bench.run("quick");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "There is no case 'quick'; there are: fixed-200ms, fixed-1s, lognormal, low-load, paper, chain, prefix, teacher, growth, report, start, live.\n");
  }

  @Test
  void every_option_case_and_figure_is_documented() {
    String page = Fence.read(Stack.ROOT.resolve("DEVELOPING.md"));
    String help = bench.run("--help").out();

    assertThat(Pattern.compile("--[a-z-]+").matcher(help).results().map(MatchResult::group))
        .contains("--json")
        .filteredOn(option -> !option.equals("--help") && !option.equals("--version"))
        .allSatisfy(option -> assertThat(page).contains("`" + option));
    assertThat(result.path("stack").properties())
        .allSatisfy(
            figure -> assertThat(page).contains("`" + figure.getKey().replaceAll("\\..*", "")));
  }
}
