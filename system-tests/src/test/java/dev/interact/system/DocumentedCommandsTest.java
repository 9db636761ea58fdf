package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.interact.local.LocalStack;
import dev.interact.local.StackConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command that the documentation shows is run, page by page, on one stack. Commands in {@code
 * console} blocks must print what is shown below them ({@code …} stands for anything).
 */
@Tag("interop")
class DocumentedCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final String EXAMPLE = "docs/examples/first-study.yaml";
  private static final String RESULTS = "results/first-study/";
  private static final String SECOND_TEACHER = "java -Xmx160m -jar teacher-service/";

  /** Commands that are run here as they stand. */
  private static final Set<String> RUN =
      Set.of("./interact", "export", "jq", "sed", "ps", "cat", "ls", "head");

  /** Commands that are not run here, or do nothing, and who sees to them. */
  private static final Map<String, String> RUN_ELSEWHERE =
      Map.of(
          "./interact down", "KeptServicesTest",
          "./interact test", ".ci/run",
          "java", "a_second_teacher_that_is_started_by_hand_takes_requests",
          "git", "whoever reads this has a clone",
          "cd", "the checkout is the current folder here");

  /** Programs that a machine may lack; a JDK is all that the tests ask for. */
  private static final Set<String> TOOLS = Set.of("jq", "python3", "duckdb", "ps", "sed");

  private static final Pattern IN_HELP =
      Pattern.compile("--[a-z-]+|^  [A-Z]+_[A-Z_]+", Pattern.MULTILINE);

  @TempDir static Path folder;
  private static LocalStack stack;
  private static Sandbox sandbox;
  private static JsonNode summary;

  @BeforeAll
  static void runTheExample() throws IOException {
    Path data = folder.resolve("stack");
    stack =
        LocalStack.start(
            StackConfig.of(Stack.ROOT).withDataDirectory(data).withOrchestratorPort(0), line -> {});
    sandbox = new Sandbox(folder.resolve("checkout"), data);
    Sandbox.Ended run = sandbox.bash("./interact run --json " + EXAMPLE);
    assertThat(run.exitCode()).as(run.all()).isZero();
    summary = JSON.readTree(run.out());
  }

  @AfterAll
  static void stop() throws IOException {
    stack.close();
    sandbox.close();
  }

  static Stream<Fence> scripts() {
    return Fence.of("bash", "python", "sql")
        .filter(fence -> !fence.text().contains(SECOND_TEACHER));
  }

  static Stream<Fence> consoles() {
    return Fence.of("console");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void a_script_ends_well(Fence fence) {
    assumeTrue(toolsOf(fence).stream().allMatch(sandbox::has), "its programs are there");
    assumeFalse(fence.text().contains("/proc/") && !Files.exists(Path.of("/proc/self")));

    Sandbox.Ended ended =
        switch (fence.language()) {
          case "python" -> sandbox.feed("python3", fence.text());
          case "sql" -> sandbox.feed("duckdb", fence.text());
          default -> sandbox.bash("git() { :; }; cd() { :; }\n" + fence.text());
        };

    assertThat(ended.exitCode()).as(ended.all()).isZero();
  }

  private static Set<String> toolsOf(Fence fence) {
    return switch (fence.language()) {
      case "python" -> Set.of("python3");
      case "sql" -> Set.of("duckdb");
      default ->
          TOOLS.stream()
              .filter(
                  tool -> Pattern.compile("(^|[\\s($])" + tool + " ").matcher(fence.text()).find())
              .collect(Collectors.toSet());
    };
  }

  @ParameterizedTest
  @MethodSource("consoles")
  void a_command_prints_what_is_shown(Fence fence) {
    List<String> lines = fence.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("$ ")) {
        List<String> printed = sandbox.bash(lines.get(i).substring(2)).all().lines().toList();
        List<String> shown =
            lines.stream().skip(i + 1L).takeWhile(l -> !l.startsWith("$ ")).toList();
        assertThat(unseen(shown, printed)).as("not printed: %s", printed).isEmpty();
      }
    }
  }

  /** The lines that are not printed, or not in the order shown. */
  private static List<String> unseen(List<String> shown, List<String> printed) {
    List<String> unseen = new ArrayList<>();
    int at = 0;
    for (String line : shown) {
      Pattern pattern = Pattern.compile("\\Q" + line.replace("…", "\\E.*\\Q") + "\\E");
      int found = at;
      while (found < printed.size() && !pattern.matcher(printed.get(found)).matches()) {
        found++;
      }
      if (found < printed.size()) {
        at = found + 1;
      } else if (!line.equals("…") && !line.isBlank()) {
        unseen.add(line);
      }
    }
    return unseen;
  }

  @Test
  void every_command_is_run_or_listed() {
    assertThat(Fence.of("bash", "console", "sh", "shell").flatMap(DocumentedCommandsTest::commands))
        .isNotEmpty()
        .allSatisfy(
            command ->
                assertThat(
                        RUN.contains(command.split(" ")[0])
                            || RUN_ELSEWHERE.keySet().stream()
                                .anyMatch(listed -> (command + " ").startsWith(listed + " ")))
                    .as(command)
                    .isTrue());
    assertThat(Fence.all()).extracting(Fence::language).doesNotContain("sh", "shell", "");
  }

  /** The commands of a block, each with its arguments; of a pipeline the first. */
  private static Stream<String> commands(Fence fence) {
    Stream<String> lines =
        fence.language().equals("console")
            ? fence.text().lines().filter(l -> l.startsWith("$ ")).map(l -> l.substring(2))
            : fence.text().replaceAll("[|\\\\]\\n\\s*", " ").lines();
    return lines
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .filter(line -> !line.matches("[A-Za-z_]+=.*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "run",
        "prepare",
        "plan",
        "grade",
        "report",
        "compare",
        "check-paper",
        "export",
        "import",
        "validate",
        "up",
        "down",
        "status",
        "studies",
        "pause",
        "resume",
        "cancel",
        "retry",
        "budget",
        "limits",
        "dead-letters",
        "dead-letters list",
        "dead-letters show",
        "dead-letters resend",
        "dead-letters drop",
        "keys",
        "keys list",
        "keys create",
        "keys revoke",
        "audit-log",
        "dataset",
        "dataset list",
        "dataset show",
        "dataset verify",
        "dataset export",
        "dataset import",
        "audit",
        "audit sheet",
        "audit agreement"
      })
  void every_option_and_variable_of_the_help_is_documented(String command) {
    String page = Fence.read(Stack.ROOT.resolve("docs/operating.md"));
    String help = sandbox.bash("./interact " + command + " --help").out();

    assertThat(IN_HELP.matcher(help).results().map(found -> found.group().strip()))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(page).contains("`" + name));
  }

  @Test
  void a_second_teacher_that_is_started_by_hand_takes_requests() throws IOException {
    assumeTrue(sandbox.has("jq"));
    Fence fence =
        Fence.of("bash").filter(f -> f.text().contains(SECOND_TEACHER)).findFirst().orElseThrow();

    Process second = sandbox.start(fence.text());

    try {
      await().atMost(CEILING).until(() -> !second.isAlive() || teachers() == 2);
      assertThat(second.isAlive()).as(sandbox.read("started.log")).isTrue();
      assertThat(sandbox.bash("./interact status").out()).contains("with 4 workers");
    } finally {
      Sandbox.stop(second);
    }
  }

  private static long teachers() {
    return new Api(stack.orchestrator())
        .workers().findValuesAsText("role").stream().filter("teacher"::equals).count();
  }

  @Test
  void a_summary_is_as_its_schema_says() {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Fence.read(Stack.ROOT.resolve("docs/summary.schema.json")));

    assertThat(schema.validate(summary)).isEmpty();
    assertThat(summary.path("cells")).hasSize(2);
  }

  @Test
  void every_field_of_a_status_is_documented() {
    Set<String> fields = new TreeSet<>();
    addPaths("", json(sandbox.bash("./interact status first-study --json").out()), fields);

    assertThat(fields).isNotEmpty().allSatisfy(field -> assertDocumented(field, "operating.md"));
  }

  @ParameterizedTest
  @MethodSource("resultFiles")
  void every_field_of_the_results_is_documented(String file) throws IOException {
    Set<String> fields = new TreeSet<>();
    for (JsonNode document : documents(file)) {
      addPaths("", document, fields);
    }

    assertThat(fields)
        .isNotEmpty()
        .allSatisfy(field -> assertDocumented(field, "reading-results.md"));
  }

  private static void assertDocumented(String field, String page) {
    assertThat(Fence.read(Stack.ROOT.resolve("docs").resolve(page))).contains("`" + field + "`");
  }

  static Stream<String> resultFiles() {
    return Stream.of(
        "answers.jsonl", "calls.jsonl", "dialogues.jsonl", "manifest.json", "summary.json");
  }

  private static List<JsonNode> documents(String file) throws IOException {
    try (var values = JSON.readerFor(JsonNode.class).readValues(sandbox.read(RESULTS + file))) {
      return values.readAll().stream().map(JsonNode.class::cast).toList();
    }
  }

  /** Paths of values, such as {@code cells[].n}; what is under a name that a user chose is left. */
  private static void addPaths(String path, JsonNode node, Set<String> paths) {
    if (Set.of("concepts", "prompts", "models", "settings").contains(path) || node.isValueNode()) {
      paths.add(path);
    } else if (node.isObject()) {
      String parent = path.isEmpty() ? "" : path + ".";
      node.properties().forEach(f -> addPaths(parent + f.getKey(), f.getValue(), paths));
    } else if (node.path(0).isObject()) {
      node.forEach(element -> addPaths(path + "[]", element, paths));
    } else if (!node.isEmpty()) {
      paths.add(path);
    }
  }

  @Test
  void lines_that_are_shown_have_the_fields_of_real_ones() throws IOException {
    List<Set<String>> real = new ArrayList<>();
    for (String file : List.of("answers.jsonl", "dialogues.jsonl", "calls.jsonl")) {
      real.add(fields(documents(file).getFirst()));
    }
    List<Set<String>> shown =
        Fence.of("jsonl")
            .flatMap(fence -> fence.text().lines())
            .map(DocumentedCommandsTest::json)
            .filter(line -> line.has("dialogue"))
            .map(DocumentedCommandsTest::fields)
            .toList();

    assertThat(shown).containsExactlyElementsOf(real);
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static Set<String> fields(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }
}
