package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.curve.LearningCurve;
import dev.interact.analysis.source.Source;
import dev.interact.analysis.source.StudyEvidence;
import dev.interact.analysis.stats.ClusterMean;
import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.stats.Interval;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Sample;
import dev.interact.analysis.table.Slice;
import dev.interact.contracts.Hash;
import dev.interact.contracts.Json;
import dev.interact.local.Role;
import dev.interact.study.Concept;
import dev.interact.study.Concept.Level;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies and preparations are seen while they run. */
class LiveTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final int CONCEPTS = 12;
  private static final int WATCHERS = 200;
  private static final int PATCHES_A_SECOND = 4;

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    Examiner examiner = new Examiner(stub);
    ModelStub.Behaviour steady = stub.answers(Duration.ofMillis(50));
    stack =
        Stack.withModels(
            data,
            stub.model("steady", steady, "concurrency: 8"),
            stub.model("slow", stub.answers(Duration.ofMillis(250)), "concurrency: 8"),
            stub.model("guesser", guesses(steady), "concurrency: 8"),
            stub.model("author", examiner.author()),
            stub.model("filter", examiner.student(Examiner::isFamous)),
            stub.model("reader", examiner.student(Examiner::isShown)));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  /** Its quizzes differ from concept to concept. */
  private static ModelStub.Behaviour guesses(ModelStub.Behaviour otherwise) {
    return (exchange, request) ->
        (request.isQuiz() ? ModelStub.says(guess(request)) : otherwise).answer(exchange, request);
  }

  private static String guess(ModelStub.Request request) {
    int items = request.lastMessage().split("A\\) ", -1).length - 1;
    return IntStream.rangeClosed(1, items)
        .mapToObj(i -> i + ". " + "AB".charAt(Hash.id(request.body().toString() + i).charAt(0) % 2))
        .collect(Collectors.joining("\n"));
  }

  private static URI uri(String path) {
    return stack.local.orchestrator().resolve(path);
  }

  private static String live(String study) {
    return "/api/studies/" + study + "/live";
  }

  private static Map<String, String> settings(int turns) {
    return Map.of(
        "conditions", "[closed-book, dynamic]", "turns", String.valueOf(turns), "fresh", "true");
  }

  private static String submit(String name, String model, int turns) {
    return stack.api.submit(Stack.study(name, model, settings(turns)), levelled());
  }

  /** Two items of some levels and of none. */
  private static List<Concept> levelled() {
    return IntStream.range(0, CONCEPTS)
        .mapToObj(
            i ->
                new Concept(
                    "levelled-" + i,
                    "story",
                    "Title " + i,
                    "Context " + i,
                    null,
                    Stream.of(Level.EASY, Level.HARD, null)
                        .flatMap(level -> Stream.of(item(level, 1), item(level, 2)))
                        .toList(),
                    null,
                    null,
                    Map.of()))
        .toList();
  }

  private static Concept.QuizItem item(Level level, int number) {
    String id = (level == null ? "any" : level.label()) + number;
    return new Concept.QuizItem(
        id, level, "Question " + id + "?", List.of("one", "two", "three"), 0, Map.of());
  }

  private static void awaitAll(List<LiveView> watchers) {
    await()
        .atMost(CEILING)
        .until(() -> watchers.stream().allMatch(one -> one.state().equals("finished")));
  }

  @Test
  void a_view_and_its_patches_are_the_view_of_the_end_for_200_who_watch() {
    List<LiveView> watchers = new ArrayList<>();
    String study = submit("watched", "guesser", 4);
    try (LiveView first = LiveView.open(uri(live(study)));
        LiveView all = LiveView.open(uri("/api/live"))) {
      IntStream.range(0, WATCHERS).forEach(any -> watchers.add(LiveView.open(uri(live(study)))));
      stack.api.awaitFinished(study);
      awaitAll(watchers);
      awaitAll(List.of(first));

      await()
          .atMost(CEILING)
          .untilAsserted(
              () -> assertThat(first.seen().getLast()).isEqualTo(stack.api.read(live(study))));
      JsonNode end = stack.api.read(live(study));
      assertThat(end.at("/dialogues/finished").asInt()).isEqualTo(2 * CONCEPTS);
      assertThat(end.at("/talking")).isEmpty();
      await()
          .atMost(CEILING)
          .untilAsserted(
              () -> {
                JsonNode now = stack.api.read(live(study));
                assertThat(watchers.stream().filter(one -> !one.seen().getLast().equals(now)))
                    .as("who sees something else")
                    .isEmpty();
              });
      await()
          .atMost(CEILING)
          .until(
              () ->
                  all.seen()
                      .getLast()
                      .path("studies")
                      .path(study)
                      .path("calls")
                      .equals(end.path("calls")));
      assertMoved(first);
      watchers.forEach(LiveTest::assertPaced);
    } finally {
      watchers.forEach(LiveView::close);
    }
  }

  /** It was seen while the study ran: its curves moved, and somebody talked. */
  private static void assertMoved(LiveView watcher) {
    List<JsonNode> running =
        watcher.seen().stream()
            .filter(view -> view.at("/study/state").asText().equals("running"))
            .toList();
    assertThat(running.stream().map(view -> view.at("/arms")).distinct())
        .as("curves while it runs")
        .hasSizeGreaterThan(2);
    assertThat(running).anyMatch(view -> !view.at("/talking").isEmpty());
    assertThat(running).anyMatch(view -> view.at("/calls/in_flight").asInt() > 0);
    assertThat(watcher.messages().getFirst().event()).isEqualTo("view");
    assertThat(watcher.messages().stream().map(message -> Long.parseLong(message.id()))).isSorted();
  }

  /** What was delayed on its way may come at once. */
  private static void assertPaced(LiveView watcher) {
    List<SseClient.Message> patches = watcher.messages();
    long nanos = patches.getLast().arrived() - patches.getFirst().arrived();
    double most = PATCHES_A_SECOND * (nanos / 1e9 + 2);
    assertThat((double) patches.size()).isLessThanOrEqualTo(most);
  }

  @Test
  void a_preparation_is_seen_while_it_runs() {
    String recipe =
        """
        name: seen
        author: author
        fresh: true
        gates:
          closed_book: {models: [filter], tries: 2}
          with_context: {models: [reader], tries: 2}
          judge: author
        """;
    String id = stack.api.prepare(recipe, Examiner.chronicles(4));
    try (LiveView watcher = LiveView.open(uri(live(id)))) {
      stack.api.awaitFinished(id);
      awaitAll(List.of(watcher));

      await()
          .atMost(CEILING)
          .untilAsserted(
              () -> assertThat(watcher.seen().getLast()).isEqualTo(stack.api.read(live(id))));
      JsonNode end = watcher.seen().getLast();
      assertThat(end.at("/study/kind").asText()).isEqualTo("preparation");
      assertThat(end.at("/dialogues/finished").asInt()).isEqualTo(4);
      assertThat(end.has("arms")).isFalse();
      assertThat(end.at("/calls/done")).isEqualTo(stack.api.status(id).at("/calls/done"));
      assertThat(watcher.seen())
          .anyMatch(view -> view.at("/talking/0/doing").asText().equals("preparation"));
    }
  }

  @Test
  void who_comes_again_after_a_kill_of_orchestrator_or_broker_has_missed_nothing() {
    String study = submit("followed", "slow", 4);
    try (EventFollower follower = new EventFollower(uri("/api/events?study=" + study));
        LiveView ahead = LiveView.open(uri(live(study)))) {
      killAfter(40, follower, Role.ORCHESTRATOR);
      killAfter(40, follower, Role.BROKER);
      stack.api.awaitFinished(study);
      assertThat(ahead.client().isOver()).isTrue();

      List<String> told =
          Told.by(stack).messages().stream()
              .filter(event -> Api.json(event).at("/data/study").asText().equals(study))
              .toList();
      await().atMost(CEILING).until(() -> follower.heard().size() >= told.size());
      assertThat(follower.heard().stream().map(SseClient.Message::data)).isEqualTo(told);
      assertThat(follower.resumed()).as("it came again").isPositive();
      try (LiveView after = LiveView.open(uri(live(study)))) {
        awaitAll(List.of(after));
        assertThat(after.seen().getLast().at("/calls/done"))
            .isEqualTo(stack.api.status(study).at("/calls/done"));
      }
    }
  }

  private static void killAfter(int more, EventFollower follower, Role victim) {
    int before = follower.heard().size();
    await().atMost(CEILING).until(() -> follower.heard().size() >= before + more);
    stack.local.process(victim).kill();
    stack.local.process(victim).restart();
    int after = follower.heard().size();
    await("events go on").atMost(CEILING).until(() -> follower.heard().size() > after);
  }

  @Test
  void curves_are_those_of_the_report(@TempDir Path folder) throws IOException {
    Cli cli = new Cli(folder);
    cli.write("test.jsonl", levelled().stream().map(LiveTest::line).collect(Collectors.joining()));
    cli.write("curves.yaml", Stack.study("curves", "guesser", settings(2)));

    Cli.Ended ended = cli.run("run", "curves.yaml", "--url", stack.local.orchestrator().toString());

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    String study = Api.json(cli.read("results/curves/summary.json")).at("/study/id").asText();
    JsonNode arms = stack.api.read(live(study)).path("arms");
    JsonNode report = Api.json(cli.read("results/curves/analysis.json"));
    JsonNode domain = stack.api.read("/api/studies/" + study + "/curves?by=domain").path("items");
    assertThat(domain).hasSize(2);
    for (JsonNode curve : domain) {
      String label = arms.path(curve.path("arm").asText()).path("condition").asText();
      assertSame(curve.path("curve"), line(report, label));
    }
    Evidence evidence = StudyEvidence.of(Source.of(folder.resolve("results/curves")));
    JsonNode levels = stack.api.read("/api/studies/" + study + "/curves?by=level").path("items");
    assertThat(levels.valueStream().map(one -> one.path("slice").asText()))
        .containsExactly("easy", "easy", "hard", "hard");
    for (JsonNode curve : levels) {
      Level level = Level.valueOf(curve.path("slice").asText().toUpperCase(Locale.ROOT));
      String condition = arms.path(curve.path("arm").asText()).path("condition").asText();
      assertSame(curve.path("curve"), points(evidence.of(new Slice(null, level)), condition));
    }
  }

  private static String line(Concept concept) {
    return new String(Json.write(concept), StandardCharsets.UTF_8) + "\n";
  }

  /** The line of an arm in the report's picture of curves: points in accuracy points. */
  private static List<Point> line(JsonNode report, String label) {
    return report
        .path("sections")
        .valueStream()
        .flatMap(section -> section.path("blocks").valueStream())
        .filter(block -> block.path("id").asText().equals("learning-curves-figure"))
        .flatMap(block -> block.path("lines").valueStream())
        .filter(line -> line.path("label").asText().equals(label))
        .flatMap(line -> line.path("points").valueStream())
        .map(
            point ->
                new Point(
                    point.path("x").asInt(),
                    point.path("y").asDouble() / 100,
                    point.path("low").asDouble() / 100,
                    point.path("high").asDouble() / 100,
                    point.path("n").asInt()))
        .toList();
  }

  /** A part of what the report is made of, by its own estimator. */
  private static List<Point> points(Evidence evidence, String condition) {
    ArmKey arm =
        evidence.table().arms().stream()
            .filter(one -> one.condition().equals(condition))
            .findFirst()
            .orElseThrow();
    return LearningCurve.of(evidence, arm).points().stream()
        .map(
            point -> {
              Sample sample = point.accuracy();
              Estimate estimate =
                  ClusterMean.ofProportions(
                      sample.values(), sample.cluster(), sample.weights(), Interval.SHOWN);
              Interval ends = estimate.interval();
              return new Point(
                  point.turn(), estimate.value(), ends.low(), ends.high(), sample.concepts());
            })
        .toList();
  }

  private record Point(int turn, double mean, double low, double high, int n) {}

  private static void assertSame(JsonNode live, List<Point> report) {
    assertThat(live).isNotEmpty().hasSameSizeAs(report);
    for (int i = 0; i < report.size(); i++) {
      JsonNode one = live.get(i);
      Point other = report.get(i);
      assertThat(one.path("turn").asInt()).isEqualTo(other.turn());
      assertThat(one.path("n").asInt()).isEqualTo(other.n()).isEqualTo(CONCEPTS);
      assertThat(one.path("mean").asDouble()).isCloseTo(other.mean(), within(1e-9));
      assertThat(one.path("low").isNumber()).isTrue();
      assertThat(one.path("low").asDouble()).isCloseTo(other.low(), within(1e-9));
      assertThat(one.path("high").asDouble()).isCloseTo(other.high(), within(1e-9));
    }
  }

  @Test
  void a_view_of_a_finished_study_has_the_figures_of_its_summary() {
    String study = submit("seen-after", "guesser", 2);
    stack.api.awaitFinished(study);
    JsonNode view = stack.api.read("/api/studies/" + study + "/live");
    assertThat(view.path("dialogues").path("finished").asInt()).isEqualTo(2 * CONCEPTS);
    await()
        .atMost(CEILING)
        .untilAsserted(
            () -> {
              JsonNode line = stack.api.read("/api/live").path("studies").path(study);
              assertThat(line.path("state").asText()).isEqualTo("finished");
              assertThat(line.path("calls")).isEqualTo(view.path("calls"));
            });
    assertThat(stack.api.read("/api/studies/" + study + "/curves?by=domain").path("items"))
        .hasSize(2);
    for (JsonNode cell : stack.api.summary(study).path("cells")) {
      String condition = cell.path("condition").asText();
      JsonNode arm =
          view.path("arms").properties().stream()
              .map(Map.Entry::getValue)
              .filter(one -> one.path("condition").asText().equals(condition))
              .findFirst()
              .orElseThrow();
      for (JsonNode point : cell.path("curve")) {
        JsonNode live = arm.path("curve").path(point.path("turn").asText());
        assertThat(live.path("mean").asDouble())
            .isCloseTo(point.path("accuracy").asDouble(), within(1e-6));
      }
    }
    try (SseClient client = SseClient.open(uri("/api/studies/" + study + "/live"), null);
        SseClient events = SseClient.open(uri("/api/events"), null)) {
      await().atMost(CEILING).until(() -> !client.messages().isEmpty());
      assertThat(client.response().headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
      assertThat(events.response().statusCode()).isEqualTo(200);
      assertThat(client.messages().getFirst().event()).isEqualTo("view");
      assertThat(withoutOffset(client.messages().getFirst().json())).isEqualTo(withoutOffset(view));
    }
    try (SseClient none = SseClient.open(uri("/api/studies/none/live"), null)) {
      assertThat(none.response().statusCode()).isEqualTo(404);
    }
  }

  /** Events that say nothing new may still come. */
  private static JsonNode withoutOffset(JsonNode view) {
    return ((ObjectNode) view.deepCopy()).without("offset");
  }
}
