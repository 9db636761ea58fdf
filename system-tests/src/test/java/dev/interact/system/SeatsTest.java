package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.interact.local.Role;
import dev.interact.local.process.ChildProcess;
import dev.interact.study.Concept;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** People sit in the students' seats of real services. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeatsTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final int TURNS = 2;

  private static final String HOSTILE =
      "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script>"
          + " <b>bold</b> [a](javascript:window.hit=1) ${window.hit=1} {{hit}}";

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;
  private static URI orchestrator;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack =
        Stack.withModels(
            data,
            stub.model("master", stub.answers(Duration.ZERO)),
            stub.model("hostile", ModelStub.says(HOSTILE)));
    orchestrator = stack.local.orchestrator();
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static Concept marked() {
    return new Concept(
        "one",
        "story",
        "CANARY-OF-THE-TITLE",
        "Once upon a time. CANARY-OF-THE-CONTEXT The end.",
        null,
        List.of(item("e1", Concept.Level.EASY), item("m1", Concept.Level.MEDIUM)),
        null,
        null,
        Map.of());
  }

  private static Concept.QuizItem item(String id, Concept.Level level) {
    return new Concept.QuizItem(
        id,
        level,
        "Which of " + id + "?",
        List.of("B", "A", "the third"), // an option's text may look like another's letter
        1,
        Map.of("explanation", TextNode.valueOf("CANARY-OF-THE-KEY")));
  }

  private static String study(String name, String conditions, int draws) {
    return """
        name: %s
        concepts: [test.jsonl]
        conditions: %s
        turns: %d
        draws: {dialogue: %d}
        students: [human]
        teachers: [master]
        """
        .formatted(name, conditions, TURNS, draws);
  }

  private static JsonNode seats(String study) {
    return stack.api.seats(study).path("items");
  }

  private static String link(String study, int number) {
    return seats(study).path(number).path("link").asText();
  }

  private static List<String> waiting(String study) {
    List<String> sentences = new ArrayList<>();
    stack.api.status(study).path("waiting").forEach(one -> sentences.add(one.asText()));
    return sentences;
  }

  @Test
  @Order(1)
  void what_is_given_at_a_seat_counts_once_and_only_if_it_can_be_used() {
    JsonNode plan = stack.api.plan(study("one-seat", "[dynamic]", 1), List.of(marked()));
    assertThat(plan.path("totals").path("calls").path("new").asInt()).isEqualTo(TURNS);
    assertThat(plan.path("seats"))
        .isEqualTo(
            Api.json(
                "{\"dialogues\":1,\"questions\":%d,\"sheets\":%d}".formatted(TURNS, TURNS + 1)));
    String study = stack.api.submit(study("one-seat", "[dynamic]", 1), List.of(marked()));
    await().atMost(CEILING).until(() -> !waiting(study).isEmpty());
    assertThat(waiting(study)).containsExactly("1 dialogue waits for its student at the seat.");
    assertThat(seats(study).path(0).path("opened").isNull()).isTrue();
    String link = link(study, 0);
    Visitor person = new Visitor(orchestrator, link);

    JsonNode shown = person.see();
    assertThat(shown.path("wanted").asText()).isEqualTo("sheet");
    assertThat(shown.path("step").asText()).isEqualTo("sheet-0-0");
    assertThat(shown.path("items")).hasSize(2);
    assertThat(person.choose("sheet-0-0", 0).statusCode()).isEqualTo(422);
    HttpResponse<String> beyond = person.choose("sheet-0-0", 0, 3);
    assertThat(beyond.statusCode()).isEqualTo(422);
    assertThat(beyond.body()).contains("choices[1]", "must be from 0 to 2 or null; found 3");
    assertThat(person.ask("ask-1", "Too early?").statusCode()).isEqualTo(409);
    assertThat(person.choose("sheet-0-0", null, 2).statusCode()).isEqualTo(200);
    assertThat(person.choose("sheet-0-0", null, 2).statusCode()).isEqualTo(200);
    HttpResponse<String> over = person.choose("sheet-0-0", 1, 1);
    assertThat(over.statusCode()).isEqualTo(409);
    assertThat(Api.json(over.body()).path("step").asText()).isEqualTo("ask-1");

    assertThat(person.ask("ask-1", "  ").body()).contains("write what you would like to know");
    assertThat(person.ask("ask-1", "x".repeat(4_001)).statusCode()).isEqualTo(422);
    assertThat(person.ask("ask-1", "Who is it?").statusCode()).isEqualTo(200);
    assertThat(person.ask("ask-1", "Who is it?").statusCode()).isEqualTo(200);
    Visitor otherTab = new Visitor(orchestrator, link);
    assertThat(otherTab.ask("ask-1", "And who is she?").statusCode()).isEqualTo(409);
    otherTab.play(Arrays.asList(1, 1));

    JsonNode done = stack.api.awaitFinished(study);
    assertThat(done.path("dialogues").path("finished").asInt()).isEqualTo(1);
    assertThat(done.path("attempts").asInt()).as("model requests").isEqualTo(TURNS);
    assertThat(stub.requests("master")).hasSize(TURNS);
    assertThat(done.path("budget").path("spent").path("calls").asInt()).isEqualTo(TURNS);
    assertThat(seats(study).path(0).path("state").asText()).isEqualTo("done");
    assertThat(stack.count("select count(*) from attempt where model = 'human'"))
        .isEqualTo(TURNS + (TURNS + 1));
    List<JsonNode> answers = answers(study);
    assertThat(answers)
        .filteredOn(answer -> answer.path("turn").asInt() == 0)
        .extracting(answer -> answer.path("item").asText() + answer.path("parsed").asBoolean())
        .containsExactlyInAnyOrder("e1false", "m1true");
    assertThat(answers)
        .filteredOn(answer -> answer.path("turn").asInt() > 0)
        .as("the second option as shown, whatever its text looks like")
        .allMatch(
            answer ->
                answer.path("choice").asInt() == answer.path("shown").path(1).asInt()
                    && answer.path("student").asText().equals("human"));
    assertThat(stack.api.transcripts(study)).contains("Who is it?").doesNotContain("who is she");
    for (String kind : List.of("replay", "regrade")) {
      assertThat(stack.api.check(study, kind).path("differences").asInt()).as(kind).isZero();
    }
  }

  @Test
  @Order(2)
  void a_browser_at_a_seat_sees_nothing_else_until_it_leaves() {
    String study = stack.api.submit(study("guarded", "[dynamic]", 1), List.of(marked()));
    Visitor person = new Visitor(orchestrator, link(study, 0));
    Visitor stranger = new Visitor(orchestrator, "/seat/AAAAAAAAAAAAAAAAAAAAAA");
    assertThat(stranger.get("/api/seats/AAAAAAAAAAAAAAAAAAAAAA").statusCode()).isEqualTo(404);
    assertThat(stranger.ask("ask-1", "Hello?").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/api/studies").statusCode()).isEqualTo(200);
    await().atMost(CEILING).until(() -> person.see().path("wanted").asText().equals("sheet"));

    String dialogue = seats(study).path(0).path("dialogue").asText();
    for (String path :
        List.of(
            "/",
            "/index.html",
            "/api",
            "/api/studies",
            "/api/studies/" + study + "/answers",
            "/api/dialogues/" + dialogue,
            "/api/seats",
            "/api/seats?study=" + study,
            "/api/seats/",
            "/api/seats/x/../../studies",
            "/api/seats/..%2Fstudies",
            "/seat/../api/studies",
            "//api/studies",
            "/API/studies",
            "/q/health",
            "/api/concepts")) {
      assertThat(person.get(path).statusCode()).as(path).isEqualTo(403);
    }
    page(person, link(study, 0));
    person.play(Arrays.asList(0, null));
    assertThat(person.served).noneMatch(text -> text.contains("CANARY"));
    assertThat(person.served).noneMatch(text -> text.contains("easy") || text.contains("medium"));
    assertThat(person.served)
        .noneMatch(text -> text.contains("\"answer\":1") || text.contains("\"key\""));

    assertThat(person.leave().statusCode()).isEqualTo(204);
    assertThat(person.get("/api/studies").statusCode()).isEqualTo(200);
  }

  /** The page and its scripts, of which none is of the researcher's pages. */
  private static void page(Visitor person, String link) {
    HttpResponse<String> page = person.get(link);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .contains(
            "connect-src %s/api%s;"
                .formatted(orchestrator.getAuthority(), link.replace("seat", "seats")))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("referrer-policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
    Set<String> scripts = new LinkedHashSet<>(found("src=\"(/static/bundle/[^\"]+)", page.body()));
    List<String> open = new ArrayList<>(scripts);
    while (!open.isEmpty()) {
      HttpResponse<String> script = person.get(open.removeFirst());
      assertThat(script.statusCode()).isEqualTo(200);
      assertThat(script.body()).doesNotContain("studies-page", "study-page", "/api/studies");
      found("[\"']\\./([\\w-]+\\.js)[\"']", script.body()).stream()
          .map("/static/bundle/"::concat)
          .filter(scripts::add)
          .forEach(open::add);
    }
    assertThat(scripts).isNotEmpty();
  }

  private static List<String> found(String regex, String text) {
    return Pattern.compile(regex).matcher(text).results().map(match -> match.group(1)).toList();
  }

  @Test
  @Order(3)
  void the_page_of_a_seat_shows_text_as_text_and_is_operable_by_keyboard() {
    String hostile = study("hostile", "[dynamic]", 1).replace("[master]", "[hostile]");
    String study = stack.api.submit(hostile, List.of(marked()));
    String link = link(study, 0);
    try (Browser browser = Browser.at(orchestrator)) {
      Page page = browser.open(link, ColorScheme.LIGHT, 360);
      page.locator("quiz-form").waitFor();
      assertThat(browser.findings(ColorScheme.LIGHT, Map.of(link, "quiz-form fieldset"))).isEmpty();
      page.keyboard().press("Tab");
      page.keyboard().press("Space");
      page.keyboard().press("ArrowDown");
      assertThat(page.locator("quiz-form [role=status]").textContent())
          .isEqualTo("1 of 2 answered, 1 left open");
      page.getByText("Hand in").click();

      page.locator("question-form textarea").waitFor();
      assertThat(browser.findings(ColorScheme.DARK, Map.of(link, "question-form textarea")))
          .isEmpty();
      page.keyboard().type("Who is");
      page.keyboard().press("Shift+Enter");
      page.keyboard().type("<b>it</b>?");
      page.keyboard().press("Enter");
      page.locator("li.teacher .text").waitFor();
      assertThat(page.locator("li.teacher .text").textContent()).isEqualTo(HOSTILE);
      assertThat(page.locator("li.you .text").textContent()).isEqualTo("Who is\n<b>it</b>?");
      assertThat(page.locator("conversation-log img, conversation-log b, li a").count()).isZero();
      assertThat(page.evaluate("window.hit")).isNull();
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(360);
      assertThat(browser.complaints).isEmpty();

      assertThat(page.navigate("/").status()).isEqualTo(403);
      page.navigate(link);
      page.getByText("Leave the seat").click();
      page.getByText("You have left the seat").waitFor();
      assertThat(page.navigate("/").status()).isEqualTo(200);
    }
    new Visitor(orchestrator, link).play(Arrays.asList(1, 1));
    List<JsonNode> answers = answers(study);
    assertThat(answers)
        .filteredOn(answer -> answer.path("turn").asInt() == 0)
        .extracting(answer -> answer.path("choice").asText())
        .containsExactly(answers.getFirst().path("shown").path(1).asText(), "null");
  }

  private static List<JsonNode> answers(String study) {
    stack.api.awaitFinished(study);
    return stack.api.answers(study).lines().map(Api::json).toList();
  }

  @Test
  @Order(4)
  void a_paused_study_lets_nobody_answer_and_goes_on_where_it_was() {
    String study = stack.api.submit(study("paused", "[closed-book]", 1), List.of(marked()));
    Visitor person = new Visitor(orchestrator, link(study, 0));
    await().atMost(CEILING).until(() -> person.see().path("wanted").asText().equals("sheet"));
    stack.api.pause(study);
    JsonNode shown = person.see();
    assertThat(shown.path("wanted").asText()).isEqualTo("wait");
    assertThat(shown.path("delay").asText()).isEqualTo("pause");
    assertThat(person.choose("sheet-0-0", 0, 0).statusCode()).isEqualTo(409);
    stack.api.resume(study);
    person.play(Arrays.asList(0, 0));
    stack.api.awaitFinished(study);
  }

  @Test
  @Order(5)
  void people_play_at_once_over_several_orchestrators_and_a_kill_of_one_loses_nothing()
      throws Exception {
    ChildProcess first = stack.local.process(Role.ORCHESTRATOR);
    ChildProcess second = stack.local.startAnother(Role.ORCHESTRATOR);
    String study = stack.api.submit(study("crowd", "[closed-book, dynamic]", 2), List.of(marked()));
    await().atMost(CEILING).until(() -> seats(study).size() == 4);
    long before = stub.requests("master").size();
    List<Visitor> people =
        IntStream.range(0, 4)
            .mapToObj(i -> new Visitor(stack.local.uri(second), link(study, i)))
            .toList();
    assertThat(stack.tables.rows("select holder from writer").getFirst().getFirst())
        .isEqualTo(first.name());
    Visitor asking =
        people.stream()
            .filter(one -> one.see().path("place").path("turns").asInt() == TURNS)
            .findFirst()
            .orElseThrow();
    stub.ration().allow(0);
    await().atMost(CEILING).until(() -> asking.see().path("wanted").asText().equals("sheet"));
    asking.choose("sheet-0-0", 2, 2);
    assertThat(asking.ask("ask-1", "Is it kept?").statusCode()).isEqualTo(200);
    first.kill();
    stub.ration().lift();
    CompletableFuture.allOf(
            people.stream()
                .map(one -> CompletableFuture.runAsync(() -> one.play(Arrays.asList(2, 0))))
                .toArray(CompletableFuture[]::new))
        .get(CEILING.toSeconds(), TimeUnit.SECONDS);
    Api left = new Api(stack.local.uri(second));
    left.awaitFinished(study);

    assertThat(stack.count("select epoch from writer")).as("another took over").isGreaterThan(1);
    assertThat(stub.requests("master").size() - before).isEqualTo(2 * TURNS);
    assertThat(
            stack.query(
                """
                select c.key from call c join step s on s.call = c.key
                where c.model = 'human' and s.study = '%s'
                group by c.key having count(*) > 1 or
                  (select count(*) from attempt a where a.call = c.key) <> 1
                """
                    .formatted(study)))
        .as("calls that were shared, or asked for twice")
        .isEmpty();
    assertThat(stack.count("select count(*) from step where study = '%s'".formatted(study)))
        .isEqualTo(2 + 2 * (2 * TURNS + TURNS + 1));
    String transcripts = left.transcripts(study);
    assertThat(transcripts).contains("Is it kept?");
    assertThat(transcripts.lines().map(Api::json))
        .hasSize(4)
        .allMatch(dialogue -> dialogue.path("student").asText().equals("human"));
    for (JsonNode seat : left.seats(study).path("items")) {
      String secret = seat.path("link").asText().substring("/seat/".length());
      assertThat(first.log()).content().doesNotContain(secret);
      assertThat(second.log()).content().doesNotContain(secret);
    }
  }
}
