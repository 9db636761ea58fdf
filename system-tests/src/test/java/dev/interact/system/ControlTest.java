package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.interact.local.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies and limits are controlled while studies run, over REST and from the command line. */
class ControlTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final String BROKEN = "{\"error\":{\"message\":\"It broke.\"}}";

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;
  private static Cli cli;
  private static final Solo solo = new Solo();

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    ModelStub.Behaviour quick = stub.answers(Duration.ZERO);
    ModelStub.Behaviour slow = stub.answers(Duration.ofMillis(50));
    ModelStub.Behaviour fails = ModelStub.fails(400, BROKEN);
    stack =
        Stack.withModels(
            data,
            stub.model("stuck", stub.hangs(), "concurrency: 100", "timeout-seconds: 600"),
            stub.model("quick", quick),
            stub.model("broken", fails),
            stub.model("broken-then-stuck", stub.first(5, fails, stub.hangs())),
            stub.model("broken-then-quick", stub.first(1, fails, quick)),
            stub.model("slow", slow, "concurrency: 2"),
            stub.model("single", quick, "concurrency: 1"),
            stub.model(
                "gauged",
                (exchange, request) -> solo.watch(slow, exchange, request),
                "concurrency: 3"));
    cli = new Cli(data.resolve("cli"));
  }

  @AfterAll
  static void stop() {
    cli.killAll();
    stack.close();
    stub.close();
  }

  /** Counts how many requests in a row came while no other was there. */
  private static final class Solo {
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger inARow = new AtomicInteger();

    void watch(ModelStub.Behaviour behaviour, HttpExchange exchange, ModelStub.Request request)
        throws IOException, InterruptedException {
      int together = present.incrementAndGet();
      inARow.updateAndGet(row -> together == 1 ? row + 1 : 0);
      try {
        behaviour.answer(exchange, request);
      } finally {
        present.decrementAndGet();
      }
    }
  }

  private static Cli.Ended interact(String... arguments) {
    return cli.run(withUrl(arguments));
  }

  private static String[] withUrl(String... arguments) {
    return Stream.concat(
            Stream.of(arguments), Stream.of("--url", stack.local.orchestrator().toString()))
        .toArray(String[]::new);
  }

  private static String state(String study) {
    return stack.api.status(study).path("state").asText();
  }

  private static void awaitState(String study, String state) {
    await().atMost(CEILING).until(() -> state(study).equals(state));
  }

  private static void awaitFailed(String study) {
    await()
        .atMost(CEILING)
        .until(() -> stack.api.status(study).path("dialogues").path("failed").asInt() == 1);
  }

  /** A study of one quiz for each of some models. */
  private static String yaml(String name, String students) {
    return Stack.study(name, "quick", Map.of("conditions", "[closed-book]"))
        .replace("students: [quick]", "students: [" + students + "]");
  }

  /** The last model fails once for each of the five wishes, before it is retried. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          STATE,     STUDENTS,            PAUSE,     RESUME,   CANCEL,    SUBMIT,    RETRY
          running,   stuck,               paused,    running,  cancelled, running,   running
          paused,    stuck,               paused,    running,  cancelled, running,   paused
          cancelled, stuck,               cancelled, running,  cancelled, cancelled, cancelled
          finished,  quick,               finished,  finished, finished,  finished,  finished
          running,   'broken, stuck',     paused,    running,  cancelled, running,   running
          paused,    'broken, stuck',     paused,    running,  cancelled, running,   running
          cancelled, 'broken, stuck',     cancelled, running,  cancelled, cancelled, running
          finished,  broken-then-stuck,   finished,  finished, finished,  finished,  running
          """)
  void every_wish_has_its_effect_in_every_state_and_once(
      String state,
      String students,
      String pause,
      String resume,
      String cancel,
      String submit,
      String retry) {
    String name = (state + "-" + students).replaceAll("[^a-z]+", "-");
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("pause", pause);
    expected.put("resume", resume);
    expected.put("cancel", cancel);
    expected.put("submit", submit);
    expected.put("retry", retry);
    expected.forEach(
        (wish, then) -> {
          String yaml = yaml(name + "-" + wish, students);
          String study = studyIn(state, yaml, students.startsWith("broken"));

          assertThat(ask(study, wish, yaml)).as("%s of %s", wish, name).isEqualTo(then);
          assertThat(ask(study, wish, yaml)).as("%s again of %s", wish, name).isEqualTo(then);
        });
  }

  private static String studyIn(String state, String yaml, boolean fails) {
    String study = stack.api.submit(yaml, Concepts.some(1));
    if (fails) {
      awaitFailed(study);
    }
    switch (state) {
      case "paused" -> stack.api.pause(study);
      case "cancelled" -> stack.api.control(study, "cancel");
      default -> awaitState(study, state);
    }
    return study;
  }

  private static String ask(String study, String wish, String yaml) {
    if (wish.equals("submit")) {
      assertThat(stack.api.submit(yaml, Concepts.some(1))).isEqualTo(study);
      return state(study);
    }
    return stack.api.control(study, wish).path("state").asText();
  }

  private static String written(String name, String model, int concepts, int turns) {
    cli.write(
        "concepts.jsonl",
        String.join(
            "\n",
            Stream.iterate(0, i -> i + 1)
                .limit(concepts)
                .map(
                    i ->
                        """
                        {"id":"c%d","domain":"story","title":"T","context":"The heron knew %d.",\
                        "quiz":[{"id":"e1","question":"Who?","options":["heron","mule"],"answer":0}]}"""
                            .formatted(i, i))
                .toList()));
    return cli.write(
        name + ".yaml",
        """
        name: %s
        concepts: [concepts.jsonl]
        conditions: [dynamic]
        turns: %d
        students: [%s]
        teachers: [%s]
        """
            .formatted(name, turns, model, model));
  }

  /** The id of a study that was handed in. */
  private static String awaitKnown(String name) {
    String sql = "select id from study where name = '%s'".formatted(name);
    await().atMost(CEILING).until(() -> !stack.query(sql).isEmpty());
    return stack.query(sql).getFirst().getFirst();
  }

  private static void awaitNoneUnderWay(String study) {
    await()
        .atMost(CEILING)
        .until(() -> stack.api.status(study).path("calls").path("in_flight").asInt() == 0);
  }

  /** Sends nothing for a study while another one runs from its beginning to its end. */
  private static void assertThatNothingIsSent(String model, String other) {
    int before = stub.requests(model).size();
    stack.api.awaitFinished(stack.api.submit(yaml(other, "quick"), Concepts.some(2)));
    assertThat(stub.requests(model)).as("while another study ran").hasSize(before);
  }

  @Test
  void a_study_is_paused_resumed_and_cancelled_from_the_command_line() throws Exception {
    String file = written("steered", "slow", 6, 6);
    stub.ration("slow").hold();
    stub.ration("slow").allow(5);
    Cli.Command run = cli.start(withUrl("run", file));
    String study = awaitKnown("steered");
    stack.api.awaitAnswered(study, 3);

    assertThat(interact("pause", "steered").out())
        .startsWith("Study steered (" + study.substring(0, 8) + ") is paused.");
    run.awaitSaid("Somebody paused the study; waiting for it to be resumed.");
    stub.ration("slow").lift();
    awaitNoneUnderWay(study);
    assertThatNothingIsSent("slow", "while-paused");

    int done = stack.api.status(study).path("calls").path("done").asInt();
    stub.ration("slow").hold();
    assertThat(interact("resume", study.substring(0, 10)).out()).contains("goes on: ");
    stub.ration("slow").allow(5);
    stack.api.awaitAnswered(study, done + 3);

    assertThat(interact("cancel", "steered").out()).contains("is cancelled: ");
    stub.ration("slow").lift();
    Cli.Ended ended = run.end();
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(3);
    assertThat(ended.out()).contains("Partial results: the study is cancelled");
    assertThat(ended.err()).contains("is cancelled. To go on all the same: interact resume");
    awaitNoneUnderWay(study);

    stack.local.process(Role.ORCHESTRATOR).kill();
    stack.local.process(Role.ORCHESTRATOR).restart();
    assertThat(interact("run", file).exitCode()).isEqualTo(3);
    assertThatNothingIsSent("slow", "while-cancelled");

    interact("resume", "steered");
    Cli.Ended whole = interact("run", file);
    assertThat(whole.exitCode()).as(whole.err()).isZero();
    assertThat(whole.out()).doesNotContain("Partial");
    assertThat(stub.requests("slow")).as("nothing is asked twice").hasSize(6 * (2 * 6 + 7));
  }

  @Test
  void failed_dialogues_are_tried_again_from_the_command_line() {
    String file = written("mended", "broken-then-quick", 1, 1);
    assertThat(interact("run", file).exitCode()).isEqualTo(3);

    assertThat(interact("retry", "mended").out()).contains("1 failed dialogues are tried again.");

    stack.api.awaitFinished(awaitKnown("mended"));
    assertThat(interact("run", file).exitCode()).isZero();
    assertThat(interact("retry", "mended").out()).contains("none of its dialogues failed");
  }

  @Test
  void studies_take_turns_at_a_model_that_takes_one_call_at_a_time() {
    stub.ration("single").hold();
    List<String> studies = Stream.of("one-by-one", "turn-by-turn").map(this::closedBook).toList();
    await()
        .atMost(CEILING)
        .until(() -> stack.count("select count(*) from call where model = 'single'") == 20);
    stub.ration("single").lift();
    studies.forEach(stack.api::awaitFinished);

    List<String> turns =
        stack.query("select study from attempt where model = 'single' order by id").stream()
            .map(List::getFirst)
            .toList();
    assertThat(turns).hasSize(20);
    for (int turn = 1; turn < turns.size(); turn++) {
      assertThat(turns.get(turn))
          .as("turn %d of %s", turn, turns)
          .isNotEqualTo(turns.get(turn - 1));
    }
  }

  private String closedBook(String name) {
    return stack.api.submit(
        Stack.study(name, "single", Map.of("conditions", "[closed-book]", "fresh", "true")),
        Concepts.some(10));
  }

  @Test
  void a_models_limits_are_changed_while_it_is_in_use() {
    stub.ration().hold();
    String study =
        stack.api.submit(
            Stack.study(
                "gauged",
                "gauged",
                Map.of("conditions", "[dynamic]", "turns", "6", "fresh", "true")),
            Concepts.some(10));
    await().atMost(CEILING).until(() -> solo.present.get() == 3);

    assertThat(interact("limits", "gauged", "--concurrency", "7").err()).contains("Changed");
    await().atMost(CEILING).until(() -> solo.present.get() == 7);

    interact("limits", "gauged", "--concurrency", "1");
    stub.ration().lift();
    await().atMost(CEILING).until(() -> solo.inARow.get() >= 20);

    List<String> shown = new ArrayList<>();
    shown.add(interact("limits", "gauged").out());
    shown.add(interact("limits", "gauged", "--reset").out());
    assertThat(shown.get(0)).contains("1 (registry: 3)");
    assertThat(shown.get(1)).doesNotContain("registry:");
    await().atMost(CEILING).until(() -> solo.present.get() > 1);
    stack.api.awaitFinished(study);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limits gauged --concurrency 0          | concurrency: must be at least 1; found 0.
          limits gauged --tokens-per-minute -4   | tokens_per_minute: must be at least 1; found -4.
          limits gauged --requests-per-minute 70000000000 | requests_per_minute: must be at most 10000000000; found 70000000000.
          limits nobody --concurrency 1          | There is no model alias 'nobody'
          cancel nothing                         | There is no study 'nothing'
          """)
  void what_cannot_be_done_is_told_in_a_sentence(String arguments, String sentence) {
    Cli.Ended ended = interact(arguments.split(" +"));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).startsWith(sentence).hasLineCount(1);
  }
}
