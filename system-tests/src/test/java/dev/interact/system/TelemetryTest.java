package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.interact.local.Role;
import dev.interact.study.Concept;
import dev.interact.system.SpanCollector.Seen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running stack tells those who watch it: spans, figures, lines. */
class TelemetryTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final String CONTEXT = "CANARY-OF-THE-CONTEXT";
  private static final String KEY = "CANARY-OF-THE-KEY";
  private static final String ANSWER = "CANARY-OF-AN-ANSWER";
  private static final String REFUSAL = "CANARY-OF-A-REFUSAL";
  private static final Pattern EXPOSED = Pattern.compile("(?m)^# TYPE (interact_\\S+) ");
  private static final Pattern NAMED = Pattern.compile("(?m)^\\| `(interact_\\w+)");
  private static final String WORDS = "Words that a model said.";

  @TempDir static Path data;
  private static ModelStub stub;
  private static SpanCollector collector;
  private static Stack stack;
  private static String dialogue;
  private static String failed;

  @BeforeAll
  static void runStudies() throws IOException {
    stub = new ModelStub();
    collector = new SpanCollector();
    Map<String, String> settings = new HashMap<>(collector.settings());
    settings.put("INTERACT_LOG_JSON", "true");
    settings.put("OPENAI_API_KEY", KEY);
    stack =
        Stack.withModels(
            data,
            settings,
            stub.model(
                "pupil",
                stub.first(
                    1,
                    ModelStub.fails(429, "{\"error\":{\"message\":\"" + REFUSAL + "\"}}"),
                    stub.answers(Duration.ZERO)),
                "price: {input: 10, output: 100}"),
            stub.model("master", ModelStub.says(WORDS + ANSWER), "key-env: OPENAI_API_KEY"),
            stub.model(
                "locked", ModelStub.fails(400, "{\"error\":{\"message\":\"" + REFUSAL + "\"}}")));
    String study = submit("seen", "pupil", "dynamic", "budget: {usd: 1000}");
    String broken = submit("broken", "locked", "closed-book", "");
    stack.api.awaitFinished(study);
    stack.api.awaitFinished(broken);
    dialogue = dialogueOf(study);
    failed = dialogueOf(broken);
    await()
        .atMost(CEILING)
        .until(
            () ->
                named("process interact.replies").size()
                    >= stack.count("select count(*) from attempt where study = '" + study + "'"));
  }

  private static String submit(String name, String student, String condition, String more) {
    return stack.api.submit(
        """
        name: %s
        concepts: [test.jsonl]
        conditions: [%s]
        turns: 1
        students: [%s]
        teachers: [master]
        %s
        """
            .formatted(name, condition, student, more),
        List.of(marked()));
  }

  private static String dialogueOf(String study) {
    return stack
        .query("select id from dialogue where study = '" + study + "'")
        .getFirst()
        .getFirst();
  }

  private static Concept marked() {
    return new Concept(
        "one",
        "story",
        "Title",
        "Once upon a time. " + CONTEXT + " The end.",
        null,
        List.of(
            new Concept.QuizItem(
                "e1",
                null,
                "Which one?",
                List.of("a wrong one", "the right one"),
                1,
                Map.of("explanation", TextNode.valueOf(KEY)))),
        null,
        null,
        Map.of());
  }

  @AfterAll
  static void stop() {
    stack.close();
    collector.close();
    stub.close();
  }

  private static List<Seen> named(String name) {
    return collector.ofTrace(dialogue()).stream().filter(span -> span.name().equals(name)).toList();
  }

  private static String dialogue() {
    return dialogue;
  }

  private static Seen only(List<Seen> spans, String call, String start) {
    List<Seen> found =
        spans.stream()
            .filter(span -> span.name().startsWith(start))
            .filter(span -> call.equals(span.attributes().get("interact.attempt")))
            .toList();
    assertThat(found).as("%s of attempt %s", start, call).hasSize(1);
    return found.getFirst();
  }

  @Test
  void a_dialogue_is_one_trace_from_its_beginning_through_each_model_call_to_each_reply() {
    List<Seen> trace = collector.ofTrace(dialogue);
    List<Seen> first = trace.stream().filter(span -> span.name().equals("dialogue")).toList();
    assertThat(first).hasSize(1);
    assertThat(first.getFirst().parent()).isEmpty();
    List<String> attempts =
        stack
            .query(
                "select a.id from attempt a join step s on s.call = a.call where s.dialogue = '%s'"
                    .formatted(dialogue))
            .stream()
            .map(List::getFirst)
            .toList();

    assertThat(attempts).as("a question, an answer, two sheets, one of them twice").hasSize(5);
    for (String attempt : attempts) {
      Seen sent = only(trace, attempt, "send interact.");
      Seen served = only(trace, attempt, "process request");
      Seen taken = only(trace, attempt, "process interact.replies");
      List<Seen> chats =
          trace.stream()
              .filter(span -> span.parent().equals(served.id()))
              .filter(span -> span.name().startsWith("chat "))
              .toList();
      assertThat(sent.parent()).isEqualTo(first.getFirst().id());
      assertThat(served.parent()).isEqualTo(sent.id());
      assertThat(chats).hasSize(1);
      assertThat(taken.parent()).isEqualTo(served.id());
      assertThat(List.of(sent.service(), taken.service())).containsOnly("orchestrator");
      assertThat(served.service()).isEqualTo(chats.getFirst().service()).endsWith("-service");
    }
    assertThat(trace).as("nothing else").hasSize(1 + 4 * attempts.size());
  }

  @Test
  void spans_say_where_they_belong_and_what_was_asked_for() {
    List<Seen> trace = collector.ofTrace(dialogue);
    Seen sent =
        trace.stream()
            .filter(span -> "answer".equals(span.attributes().get("interact.kind")))
            .findFirst()
            .orElseThrow();
    Seen chat =
        trace.stream().filter(span -> span.name().equals("chat master")).findFirst().orElseThrow();

    assertThat(sent.name()).isEqualTo("send interact.teacher.default.requests");
    assertThat(sent.attributes())
        .containsEntry("interact.dialogue", dialogue)
        .containsEntry("interact.turn", "1")
        .containsEntry("messaging.system", "kafka")
        .containsKeys("interact.study", "interact.call", "interact.attempt");
    assertThat(chat.attributes())
        .containsEntry("gen_ai.operation.name", "chat")
        .containsEntry("gen_ai.provider.name", "openai")
        .containsEntry("gen_ai.conversation.id", dialogue)
        .containsEntry("gen_ai.request.model", "master")
        .containsEntry("gen_ai.response.model", "stub")
        .containsEntry("gen_ai.response.id", "chatcmpl-1")
        .containsEntry("gen_ai.response.finish_reasons", "[stop]")
        .containsEntry("gen_ai.usage.input_tokens", "100")
        .containsEntry("gen_ai.usage.output_tokens", "10")
        .containsEntry("server.address", "127.0.0.1")
        .containsKeys(
            "gen_ai.request.temperature",
            "gen_ai.request.max_tokens",
            "gen_ai.request.seed",
            "server.port")
        .doesNotContainKey("error.type");
  }

  @Test
  void a_call_that_fails_says_how() {
    assertThat(errors(dialogue)).containsOnly("429");
    assertThat(errors(failed)).containsOnly("400");
  }

  private static List<String> errors(String trace) {
    return collector.ofTrace(trace).stream()
        .filter(span -> span.name().startsWith("chat "))
        .map(span -> span.attributes().get("error.type"))
        .filter(type -> type != null)
        .toList();
  }

  @Test
  void no_span_and_no_line_holds_what_was_said_or_a_key() throws IOException {
    List<String> told = new ArrayList<>(collector.raw());
    assertThat(told).isNotEmpty();
    for (var process : stack.local.processes()) {
      if (Files.exists(process.log())) {
        told.add(Files.readString(process.log()));
      }
    }

    assertThat(told)
        .noneMatch(text -> text.contains("CANARY"))
        .noneMatch(text -> text.contains(WORDS) || text.contains("What I have to say"))
        .noneMatch(text -> text.contains("Which one?") || text.contains("the right one"));
  }

  @Test
  void a_line_about_a_dialogue_has_its_place_as_fields() throws IOException {
    List<JsonNode> lines =
        Files.readAllLines(stack.local.process(Role.ORCHESTRATOR).log()).stream()
            .filter(line -> line.contains("a dialogue has failed"))
            .map(Api::json)
            .toList();

    assertThat(lines).hasSize(1);
    JsonNode fields = lines.getFirst().path("mdc");
    assertThat(fields.path("dialogue").asText()).isEqualTo(failed);
    assertThat(fields.path("turn").asText()).isEqualTo("0");
    assertThat(fields.path("study").asText()).isNotEmpty();
    assertThat(fields.path("call").asText()).isNotEmpty();
  }

  @Test
  void all_figures_that_the_dashboard_and_the_alerts_name_are_there() {
    Set<String> wanted = new TreeSet<>();
    Monitoring.expressions().forEach(expression -> wanted.addAll(Monitoring.metrics(expression)));
    wanted.addAll(Monitoring.metrics(Fence.read(Monitoring.FOLDER.resolve("alerts.yaml"))));
    String scraped = String.join("\n", scrapes());

    assertThat(wanted).hasSizeGreaterThan(20);
    assertThat(wanted)
        .allMatch(
            metric -> Pattern.compile("(?m)^(# TYPE )?" + metric + "[ {]").matcher(scraped).find());
  }

  @Test
  void all_figures_are_explained_and_no_others() {
    Set<String> explained = found(NAMED, Fence.read(Stack.ROOT.resolve("docs/operating.md")));
    Set<String> exposed = found(EXPOSED, String.join("\n", scrapes()));
    exposed.removeIf(name -> name.endsWith("_max"));

    assertThat(exposed).isEqualTo(explained);
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void counters_agree_with_the_ledger() {
    String orchestrator = scrape(Role.ORCHESTRATOR);

    for (var row :
        stack.query("select status, count(*) from attempt where model = 'pupil' group by status")) {
      String outcome = row.getFirst().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      assertThat(
              sum(orchestrator, "interact_attempts_total.*model=\"pupil\".*outcome=\"" + outcome))
          .as(outcome)
          .isEqualTo(Double.parseDouble(row.get(1)));
    }
    assertThat(sum(orchestrator, "interact_cost_usd_total"))
        .isEqualTo(stack.count("select sum(spent_nanos) from attempt") / 1e9)
        .isPositive();
    assertThat(sum(orchestrator, "interact_retries_total.*rate-limited")).isOne();
    assertThat(sum(orchestrator, "interact_turns_total")).isOne();
    assertThat(sum(orchestrator, "interact_workers.*teacher")).isOne();
    assertThat(sum(orchestrator, "interact_writer")).isOne();
  }

  @Test
  void who_listens_is_counted_until_it_leaves() {
    URI orchestrator = stack.local.orchestrator();
    try (SseClient events = SseClient.open(orchestrator.resolve("/api/events"), null);
        SseClient view = SseClient.open(orchestrator.resolve("/api/live"), null);
        SseClient other = SseClient.open(orchestrator.resolve("/api/live"), null)) {
      awaitClients(1, 2);
    }
    awaitClients(0, 0);
  }

  private static void awaitClients(int events, int views) {
    await()
        .atMost(CEILING)
        .untilAsserted(
            () -> {
              String scraped = scrape(Role.ORCHESTRATOR);
              assertThat(sum(scraped, "interact_stream_clients.*events")).isEqualTo(events);
              assertThat(sum(scraped, "interact_stream_clients.*view")).isEqualTo(views);
            });
  }

  private static double sum(String scraped, String series) {
    return Pattern.compile("(?m)^" + series + "[^\\n]* (\\S+)$")
        .matcher(scraped)
        .results()
        .mapToDouble(match -> Double.parseDouble(match.group(1)))
        .sum();
  }

  private static List<String> scrapes() {
    return List.of(
        scrape(Role.ORCHESTRATOR), scrape(Role.TEACHER), scrape(Role.STUDENT), scrape(Role.QUIZ));
  }

  private static String scrape(Role service) {
    URI uri = stack.local.uri(service).resolve("/q/metrics");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(uri).header("Accept", "text/plain").build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
