package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API shows of a finished study, beside what its models were really asked. */
class StudyViewTest {
  private static final int CONCEPTS = 3;
  private static final int CELLS = 2;

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;
  private static String study;
  private static String other;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack = Stack.withModels(data, stub.model("seen", stub.answers(Duration.ZERO)));
    study = submitted("seen", "[closed-book, dynamic]");
    other = submitted("seen-too", "[closed-book]");
  }

  private static String submitted(String name, String conditions) {
    String id = stack.api.submit(file(name, conditions), Concepts.some(CONCEPTS));
    stack.api.awaitFinished(id);
    return id;
  }

  private static String file(String name, String conditions) {
    return Stack.study(name, "seen", Map.of("conditions", conditions, "turns", "2"));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static JsonNode get(String path) {
    return stack.api.read(path);
  }

  private static String of(String rest) {
    return "/api/studies/" + study + rest;
  }

  private static List<JsonNode> items(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false).toList();
  }

  private static List<String> texts(List<JsonNode> items, String field) {
    return items.stream().map(item -> item.path(field).asText()).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<JsonNode> dialogues(String filter) {
    return items(get(of("/dialogues?limit=500" + filter)));
  }

  private static JsonNode dynamic() {
    return dialogues("").stream()
        .filter(row -> row.path("condition").asText().equals("dynamic"))
        .findFirst()
        .orElseThrow();
  }

  /** A request as no client of Java's would send it; gives the first line of the answer. */
  private static String answered(String request, String... headers) throws IOException {
    URI orchestrator = stack.local.orchestrator();
    try (Socket socket = new Socket(orchestrator.getHost(), orchestrator.getPort())) {
      String head = String.join("\r\n", headers);
      String message =
          "%s HTTP/1.1\r\n%s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
              .formatted(request, head.formatted(orchestrator.getPort()));
      socket.getOutputStream().write(message.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    }
  }

  @Test
  void pages_of_other_sites_read_nothing_and_change_nothing() throws IOException {
    String list = "GET /api/studies";
    String change = "POST /api/studies/%s/pause".formatted(study);
    assertThat(answered(list, "Host: 127.0.0.1:%1$d")).contains(" 200 ");
    assertThat(answered(list, "Host: localhost:%1$d")).contains(" 200 ");
    assertThat(answered(list, "Host: elsewhere.example:%1$d")).contains(" 403 ");
    assertThat(answered(change, "Host: 127.0.0.1:%1$d")).contains(" 200 ");
    assertThat(answered(change, "Host: 127.0.0.1:%1$d", "Origin: http://127.0.0.1:%1$d"))
        .contains(" 200 ");
    assertThat(answered(change, "Host: 127.0.0.1:%1$d", "Origin: https://elsewhere.example"))
        .contains(" 403 ");
    assertThat(answered(change, "Host: 127.0.0.1:%1$d", "Origin: http://127.0.0.1:1"))
        .contains(" 403 ");
    assertThat(answered(change, "Host: 127.0.0.1:%1$d", "Origin: null")).contains(" 403 ");
  }

  @Test
  void pages_of_dialogues_hold_each_of_them_once_in_their_order() {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    JsonNode page;
    do {
      page = get(of("/dialogues?limit=2" + cursor));
      assertThat(page.path("total").asInt()).isEqualTo(CONCEPTS * CELLS);
      assertThat(items(page)).hasSizeLessThanOrEqualTo(2);
      all.addAll(items(page));
      cursor = "&cursor=" + page.path("next").asText();
    } while (page.path("next").isTextual());

    List<String> ranked =
        stack
            .query("select id from dialogue where study = '%s' order by rank".formatted(study))
            .stream()
            .map(List::getFirst)
            .toList();
    assertThat(texts(all, "id")).isEqualTo(ranked);
  }

  @Test
  void a_row_has_the_figures_of_its_dialogue() {
    JsonNode row = dynamic();
    String id = row.path("id").asText();

    assertThat(row.path("stage").asText()).isEqualTo("finished");
    assertThat(row.path("turns_done").asInt()).isEqualTo(2);
    assertThat(row.path("turns_planned").asInt()).isEqualTo(2);
    assertThat(row.path("calls").asLong())
        .isEqualTo(
            stack.count("select count(distinct call) from step where dialogue = '" + id + "'"));
    double first =
        stack
            .api
            .answers(study)
            .lines()
            .map(Api::json)
            .filter(answer -> answer.path("dialogue").asText().equals(id))
            .filter(answer -> answer.path("turn").asInt() == 0)
            .mapToInt(answer -> answer.path("correct").asBoolean() ? 1 : 0)
            .average()
            .orElseThrow();
    assertThat(row.path("accuracy_first").asDouble()).isEqualTo(first);
  }

  @Test
  void filters_leave_what_fits_them() {
    String arm = dynamic().path("arm").asText();

    assertThat(dialogues("&arm=" + encoded(arm)))
        .hasSize(CONCEPTS)
        .allMatch(row -> row.path("condition").asText().equals("dynamic"));
    assertThat(texts(dialogues("&concept=cept-1"), "concept_id"))
        .hasSize(CELLS)
        .containsOnly("concept-1");
    assertThat(dialogues("&stage=finished&domain=story")).hasSize(CONCEPTS * CELLS);
    assertThat(dialogues("&stage=failed")).isEmpty();
    assertThat(dialogues("&domain=else")).isEmpty();
    assertThat(dialogues("&q=" + encoded("100% sure_"))).isEmpty();
  }

  @Test
  void words_are_found_where_they_were_said() {
    JsonNode turn = get("/api/dialogues/" + dynamic().path("id").asText()).path("turns").path(0);
    String words = turn.path("question").asText().toUpperCase(Locale.ROOT);

    List<JsonNode> hits = items(get(of("/search?limit=500&q=" + encoded(words))));

    assertThat(hits).isNotEmpty();
    for (JsonNode hit : hits) {
      String excerpt = hit.path("excerpt").asText();
      assertThat(
              excerpt.substring(
                  hit.path("match").path(0).asInt(), hit.path("match").path(1).asInt()))
          .isEqualToIgnoringCase(words);
    }
    assertThat(texts(dialogues("&q=" + encoded(words)), "id"))
        .containsExactlyInAnyOrderElementsOf(new HashSet<>(texts(hits, "dialogue")));
  }

  @Test
  void pages_of_hits_hold_each_of_them_once() {
    Set<JsonNode> all = new HashSet<>();
    int seen = 0;
    String cursor = "";
    JsonNode page;
    do {
      page = get(of("/search?q=a&limit=1" + cursor));
      seen += items(page).size();
      all.addAll(items(page));
      cursor = "&cursor=" + page.path("next").asText();
    } while (page.path("next").isTextual());

    assertThat(all).hasSize(seen).isEqualTo(Set.copyOf(items(get(of("/search?q=a&limit=500")))));
  }

  @Test
  void the_prompt_of_a_call_is_the_one_that_its_model_got() {
    Set<List<String>> sent =
        stub.requests("seen").stream().map(ModelStub.Request::texts).collect(Collectors.toSet());
    List<JsonNode> calls = items(get("/api/dialogues/" + dynamic().path("id").asText() + "/calls"));

    assertThat(texts(calls, "kind"))
        .containsExactly("sit", "ask", "answer", "sit", "ask", "answer", "sit");
    for (JsonNode call : calls) {
      JsonNode one = get("/api/calls/" + call.path("key").asText());
      List<String> shown =
          StreamSupport.stream(one.path("messages").spliterator(), false)
              .map(message -> message.path("text").asText())
              .toList();
      assertThat(sent).contains(shown);
      assertThat(one.path("reply").asText()).isNotEmpty();
      assertThat(one.path("attempts")).hasSize(1);
    }
  }

  @Test
  void a_dialogue_is_shown_with_its_items_and_marks() {
    JsonNode dialogue = get("/api/dialogues/" + dynamic().path("id").asText());

    assertThat(dialogue.path("turns")).hasSize(2);
    assertThat(dialogue.path("items")).hasSize(3);
    assertThat(dialogue.path("marks")).hasSize(3 * 3);
    for (JsonNode mark : dialogue.path("marks")) {
      assertThat(mark.path("right").asBoolean()).isEqualTo(mark.path("choice").asInt() == 0);
    }
  }

  @Test
  void cells_have_the_accuracies_of_the_summary() {
    List<JsonNode> cells = items(get(of("/cells")));
    JsonNode summary = stack.api.summary(study).path("cells");

    assertThat(cells).hasSize(CELLS);
    for (int i = 0; i < cells.size(); i++) {
      assertThat(cells.get(i).path("finished").asInt()).isEqualTo(CONCEPTS);
      List<JsonNode> points = new ArrayList<>();
      cells.get(i).path("curve").forEach(points::add);
      assertThat(points).hasSize(summary.path(i).path("curve").size());
      for (int turn = 0; turn < points.size(); turn++) {
        assertThat(points.get(turn).path("mean").asDouble())
            .isCloseTo(
                summary.path(i).path("curve").path(turn).path("accuracy").asDouble(), offset(1e-9));
        assertThat(points.get(turn).path("items").asInt()).isEqualTo(CONCEPTS * 3);
      }
    }
  }

  @Test
  void arms_are_compared_turn_by_turn_over_the_concepts_of_both() {
    List<String> arms = texts(items(get(of("/cells"))), "id");
    String pair = "/comparison?a=%s&b=%s".formatted(encoded(arms.get(1)), encoded(arms.get(0)));

    List<JsonNode> turns = items(get(of(pair)));

    assertThat(turns).hasSize(3);
    assertThat(turns.getFirst().path("note").asText()).contains("same model calls");
    for (JsonNode turn : turns) {
      assertThat(turn.path("n").asInt()).isEqualTo(CONCEPTS);
      assertThat(turn.path("a").asDouble() - turn.path("b").asDouble())
          .isCloseTo(turn.path("difference").asDouble(), offset(1e-9));
    }
    assertThat(items(get(of(pair + "&turn=2&with=" + study)))).hasSize(1);
    assertThat(items(get(of(pair + "&with=" + other))))
        .allMatch(turn -> turn.path("note").isNull());
  }

  @Test
  void an_arm_may_be_compared_with_itself() {
    String arm = encoded(texts(items(get(of("/cells"))), "id").getFirst());

    assertThat(items(get(of("/comparison?a=%s&b=%s".formatted(arm, arm)))))
        .isNotEmpty()
        .allMatch(turn -> turn.path("difference").asDouble() == 0)
        .allMatch(turn -> turn.path("note").asText().contains("compared with itself"));
  }

  @Test
  void differences_of_two_files_are_told_by_field() {
    assertThat(texts(items(get(of("/differences?with=" + other))), "field"))
        .containsExactly("conditions", "name");
    assertThat(get(of("/file")).path("concepts")).hasSize(CONCEPTS);
  }

  @Test
  void a_fork_pays_for_what_is_new_and_is_the_same_study_again() {
    String id = dynamic().path("id").asText();
    int paid = stub.requests("seen").size();
    String order = "{\"kind\":\"candidates\",\"at\":2}";

    HttpResponse<String> forked = stack.api.post("/api/dialogues/" + id + "/forks", order);

    assertThat(forked.statusCode()).isEqualTo(201);
    String fork = Api.json(forked.body()).path("id").asText();
    assertThat(forked.headers().firstValue("Location")).get().asString().endsWith(fork);
    assertThat(stack.api.awaitFinished(fork).path("name").asText()).isEqualTo("seen-fork-1");
    assertThat(stub.requests("seen").size() - paid)
        .as("a question, an answer and a quiz for each of two candidates beside the recorded one")
        .isEqualTo(2 * 3);
    HttpResponse<String> again = stack.api.post("/api/dialogues/" + id + "/forks", order);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(Api.json(again.body()).path("id").asText()).isEqualTo(fork);
  }

  @Test
  void a_fork_that_cannot_be_is_refused_with_what_can() {
    String forks = "/api/dialogues/" + dynamic().path("id").asText() + "/forks";

    assertThat(stack.api.post(forks, "{\"kind\":\"candidates\",\"at\":3}").body())
        .contains("must be a turn from 1 to 2");
    HttpResponse<String> borrowed = stack.api.post(forks, "{\"kind\":\"yoked\"}");
    assertThat(borrowed.statusCode()).isEqualTo(422);
    assertThat(borrowed.body()).contains("lecture, fixed-questions, concat, candidates");
  }

  @Test
  void studies_come_in_pages_that_can_be_filtered() {
    JsonNode first = get("/api/studies?limit=1&q=seen");

    assertThat(items(first)).hasSize(1);
    assertThat(first.path("total").asInt()).isGreaterThanOrEqualTo(2);
    JsonNode second = get("/api/studies?limit=1&q=seen&cursor=" + first.path("next").asText());
    assertThat(items(second).getFirst()).isNotEqualTo(items(first).getFirst());
    assertThat(items(get("/api/studies?state=paused"))).isEmpty();
    assertThat(texts(items(get("/api/studies?q=" + study.substring(0, 8))), "id"))
        .containsExactly(study);
  }

  @Test
  void the_same_study_handed_in_again_is_answered_with_200_and_the_same_id() {
    assertThat(stack.api.submit(file("seen", "[closed-book, dynamic]"), Concepts.some(CONCEPTS)))
        .isEqualTo(study);
    assertThat(stack.count("select count(*) from study where id = '" + study + "'")).isOne();
  }

  @Test
  void what_is_known_already_is_not_sent_again() {
    HttpResponse<String> first = stack.api.request(of(""), Map.of());
    String tag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = stack.api.request(of(""), Map.of("If-None-Match", tag));
    HttpResponse<String> changed = stack.api.request(of(""), Map.of("If-None-Match", "\"other\""));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).isEqualTo(first.body());
  }

  @Test
  void the_machine_tells_of_workers_models_and_topics() {
    JsonNode machine = get("/api/machine");

    assertThat(machine.path("workers")).hasSize(3);
    assertThat(texts(items(machine, "models"), "alias")).containsExactly("seen");
    assertThat(items(machine, "models").getFirst().path("window").asInt()).isPositive();
    // Offsets are committed a second after replies were taken.
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              JsonNode replies = topic(get("/api/machine"), "interact.replies");
              assertThat(replies.path("end").asLong()).isPositive();
              assertThat(replies.path("lag").has("interact-orchestrator")).isTrue();
            });
  }

  private static JsonNode topic(JsonNode machine, String name) {
    return items(machine, "topics").stream()
        .filter(topic -> topic.path("topic").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> items(JsonNode node, String field) {
    return StreamSupport.stream(node.path(field).spliterator(), false).toList();
  }

  @Test
  void wrong_questions_are_answered_with_what_is_wrong() {
    for (String path :
        List.of(
            of("/dialogues?limit=0"),
            of("/dialogues?cursor=x"),
            of("/dialogues?stage=over"),
            of("/search"),
            of("/search?q=a&cursor=1"),
            of("/comparison?a=x&b=y"),
            of("/comparison"),
            of("/differences"),
            "/api/studies?state=x",
            "/api/studies?cursor=x",
            "/api/dead-letters?cursor=x",
            "/api/seats?study=x&cursor=x",
            "/api/seats?study=x&limit=0")) {
      HttpResponse<String> answer = stack.api.request(path, Map.of());
      assertThat(answer.statusCode()).as(path).isEqualTo(422);
      assertThat(Api.json(answer.body()).path("errors").path(0).path("field").asText())
          .as(path)
          .isNotEmpty();
    }
    for (String path :
        List.of("/api/dialogues/x", "/api/dialogues/x/calls", "/api/calls/x", "/api/concepts/x")) {
      assertThat(stack.api.request(path, Map.of()).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(stack.api.request("/api/studies?q=%00", Map.of()).statusCode()).isEqualTo(400);
  }
}
