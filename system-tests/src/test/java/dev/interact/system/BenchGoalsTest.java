package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals are told by tiny loads; whether they are reached here is not asked. */
class BenchGoalsTest {
  private static final int CALLS = 48;
  private static final int TALES = 3;

  /** What cases and commands need of a checkout. */
  private static final List<String> LINKED =
      List.of(
          "orchestrator",
          "teacher-service",
          "student-service",
          "quiz-service",
          "offline-model",
          "models.yaml");

  private static final String COMMAND =
      """
      #!/bin/sh
      exec "%s/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        --enable-native-access=ALL-UNNAMED -Dinteract.root="%s" -cp "%s:%s/*" \
        dev.interact.cli.Main "$@"
      """;

  private static final String QUICKSTART =
      """
      name: quickstart
      concepts: [concepts.jsonl]
      conditions: [closed-book]
      students: [offline]
      """;

  @TempDir static Path folder;
  private static final List<Path> links = new ArrayList<>();
  private static Cli bench;
  private static Cli.Ended ended;
  private static JsonNode report;

  @BeforeAll
  static void measureAFewCalls() throws IOException {
    Path checkout = checkout(folder.resolve("checkout"));
    bench = Cli.bench(folder);
    bench.write("tales.jsonl", Files.readString(checkout.resolve("studies/concepts.jsonl")));
    ended =
        bench.run(
            "prefix",
            "growth",
            "start",
            "--goals",
            "--no-loop",
            "--warm-up",
            "0",
            "--calls",
            String.valueOf(CALLS),
            "--concepts",
            "tales.jsonl",
            "--checkout",
            checkout.toString(),
            "--json",
            "goals.json");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    report = Api.json(bench.read("goals.json"));
  }

  /** What was built here, with a command that builds nothing. */
  private static Path checkout(Path root) throws IOException {
    Files.createDirectories(root.resolve("studies"));
    for (String name : LINKED) {
      links.add(Files.createSymbolicLink(root.resolve(name), Stack.ROOT.resolve(name)));
    }
    Path cache = Files.createDirectories(Stack.ROOT.resolve(".interact/cache"));
    Files.createDirectories(root.resolve(".interact"));
    links.add(Files.createSymbolicLink(root.resolve(".interact/cache"), cache));
    Path cli = Stack.ROOT.resolve("cli/target");
    Path jar = cli.resolve("interact-cli-0.1.0-SNAPSHOT.jar");
    Path java = Path.of(System.getProperty("java.home"));
    Files.writeString(
            root.resolve("interact"), COMMAND.formatted(java, root, jar, cli.resolve("lib")))
        .toFile()
        .setExecutable(true);
    Files.writeString(root.resolve("studies/quickstart.yaml"), QUICKSTART);
    Files.writeString(root.resolve("studies/concepts.jsonl"), tales());
    return root;
  }

  /** Each with a quiz of its own, more than are wanted. */
  private static String tales() {
    return IntStream.range(0, 2 * TALES)
        .mapToObj(
            i ->
                """
                {"id": "tale-%1$d", "domain": "story", "title": "Tale %1$d", "context": "Heron %1$d wept.", \
                "quiz": [{"id": "e1", "question": "Who wept in %1$d?", "options": ["heron %1$d", "mule"], "answer": 0}]}
                """
                    .formatted(i))
        .collect(Collectors.joining());
  }

  @AfterAll
  static void stop() throws IOException {
    bench.killAll();
    for (Path link : links) {
      Files.deleteIfExists(link);
    }
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
    assertThat(figure("prefix", "longest_chain")).isEqualTo(11);
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
  void a_start_is_shorter_than_a_study() {
    assertThat(figure("start", "first_call_seconds"))
        .isBetween(0.1, figure("start", "quickstart_seconds") * 10);
  }

  @Test
  void one_table_says_of_each_goal_whether_it_holds() {
    assertThat(ended.out())
        .containsPattern(
            "^\\d+ cores.* MiB, .*Java .*; load .* before the start\n\nwhat +goal +measured +holds\\?\n")
        .containsPattern("not the one before plus a suffix +≤ 0 requests +0 requests +yes\n")
        .containsPattern("the whole quickstart +≤ 45 s +[0-9.]+ s +(yes|no)\n")
        .containsPattern("resident memory of that process +≤ 300 MB +- +not measured\n");
    assertThat(ended.out().lines()).hasSize(report.path("goals").size() + 5);
    assertThat(report.path("goals").findValuesAsText("holds"))
        .containsOnly("yes", "no", "not measured", "-");
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
