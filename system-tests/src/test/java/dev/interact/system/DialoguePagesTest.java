package dev.interact.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.interact.contracts.Topics;
import dev.interact.study.Concept;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The pages of a dialogue, of search and of the machine room, in a browser; the models of the study
 * that they show say all that could harm a page.
 */
class DialoguePagesTest {
  private static final String GARBAGE = "{\"kind\":\"<img src=x onerror=alert(1)>\"";

  private static final String PRICE = "price: {input: 10, output: 100}";

  @TempDir static Path folder;
  private static ModelStub stub;
  private static Stack stack;
  private static Browser browser;
  private static String hostile;
  private static String study;
  private static List<JsonNode> dialogues;
  private final List<Page> opened = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    hostile = hostile();
    stub = new ModelStub();
    stack =
        Stack.withModels(
            folder,
            stub.model("stub", DialoguePagesTest::talk, PRICE),
            stub.model("other", DialoguePagesTest::talk, PRICE));
    browser = Browser.at(stack.local.orchestrator());
    study = stack.api.submit(file(), List.of(concept("one"), concept("two")));
    stack.api.awaitFinished(study);
    dialogues = stack.api.transcripts(study).lines().map(Api::json).toList();
  }

  private static String hostile() throws IOException {
    try (InputStream corpus = DialoguePagesTest.class.getResourceAsStream("/hostile.json")) {
      JsonNode lines = Api.json(new String(corpus.readAllBytes(), StandardCharsets.UTF_8));
      return String.join("\n", texts(lines));
    }
  }

  private static String file() {
    return Stack.study(
        "hostile",
        "stub",
        Map.of(
            "students", "[stub, other]",
            "conditions", "[dynamic-with-lesson]",
            "strategies", "[plain, outcome]",
            "asking", "{candidates: 2}",
            "turns", "2"));
  }

  /** After each turn a student chooses other letters, so that items flip. */
  private static void talk(com.sun.net.httpserver.HttpExchange exchange, ModelStub.Request request)
      throws IOException, InterruptedException {
    if (!request.isQuiz()) {
      ModelStub.says(hostile).answer(exchange, request);
      return;
    }
    char choice = (char) ('A' + request.body().path("messages").size() % 4);
    ModelStub.says("1. %1$c\n2. %1$c\n3. %1$c".formatted(choice)).answer(exchange, request);
  }

  private static Concept concept(String id) {
    Concept safe = Concepts.concept("concept-" + id, "Context of " + id);
    List<Concept.QuizItem> quiz =
        safe.quiz().stream()
            .map(
                item ->
                    new Concept.QuizItem(
                        item.id(),
                        item.level(),
                        item.question() + " <script>window.harmed='item'</script>",
                        item.options().stream().map(text -> text + " <img src=x>").toList(),
                        item.answer(),
                        Map.of()))
            .toList();
    return new Concept(
        safe.id(), safe.domain(), safe.title(), safe.context(), null, quiz, null, null, Map.of());
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    stack.close();
    stub.close();
  }

  /** A page that goes on asking would slow the tests after it. */
  @AfterEach
  void nothing_was_complained_of() {
    opened.forEach(page -> page.context().close());
    opened.clear();
    List<String> complaints = List.copyOf(browser.complaints);
    browser.complaints.clear();
    assertThat(complaints).isEmpty();
  }

  private Page open(String path) {
    Page page = browser.open(path);
    opened.add(page);
    return page;
  }

  private static JsonNode dialogue(String strategy) {
    String id =
        dialogues.stream()
            .filter(one -> one.path("strategy").asText().equals(strategy))
            .findFirst()
            .orElseThrow()
            .path("dialogue")
            .asText();
    return stack.api.read("/api/dialogues/" + id);
  }

  private static String address(JsonNode dialogue) {
    return "/dialogues/" + dialogue.path("id").asText();
  }

  private static Stream<JsonNode> all(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static List<String> texts(JsonNode array) {
    return all(array).map(JsonNode::asText).toList();
  }

  @Test
  void the_grid_shows_every_mark_and_which_items_flipped() {
    JsonNode dialogue = dialogue("plain");
    Page page = open(address(dialogue));
    Map<String, Boolean> before = new HashMap<>();
    int flips = 0;

    assertThat(dialogue.path("marks")).hasSize(9);
    for (JsonNode mark : dialogue.path("marks")) {
      String item = mark.path("item").asText();
      boolean right = mark.path("right").asBoolean();
      Boolean last = before.put(item, right);
      boolean flipped = last != null && last != right;
      String flip = flipped ? (right ? ", gained" : ", lost") : "";
      flips += flipped ? 1 : 0;
      assertThat(
              page.locator("tr[data-item='%s'] td .visually-hidden".formatted(item))
                  .nth(mark.path("turn").asInt()))
          .hasText((right ? "right" : "wrong") + flip);
    }
    assertThat(flips).isPositive();
    assertThat(page.locator("quiz-marks td.gained, quiz-marks td.lost")).hasCount(flips);
  }

  @Test
  void an_item_opens_by_keyboard_and_stays_open_in_the_address() {
    JsonNode dialogue = dialogue("plain");
    JsonNode item = dialogue.path("items").path(1);
    Page page = open(address(dialogue));
    page.locator("tr[data-item='%s'] button".formatted(item.path("id").asText())).press("Enter");

    assertThat(page.locator(".detail .question")).hasText(item.path("question").asText());
    assertThat(page.locator(".detail li")).hasCount(4);
    assertThat(page.locator(".detail li.key bdi"))
        .hasText(item.path("options").path(item.path("key").asInt()).asText());
    page.reload();
    assertThat(page.locator(".detail .question")).hasText(item.path("question").asText());
  }

  @Test
  void what_models_said_is_shown_as_text_and_harms_nothing() {
    for (String strategy : List.of("plain", "outcome")) {
      JsonNode dialogue = dialogue(strategy);
      Page page = open(address(dialogue));
      page.onDialog(shown -> browser.complaints.add(shown.message()));
      Locator answer = page.locator("#turn-1 > .teacher .speech, #turn-1 .teacher .speech").first();
      answer.waitFor();
      page.locator("#turn-2 call-list").waitFor();
      page.locator("dialogue-page details")
          .evaluateAll("all => all.forEach(one => one.open = true)");

      assertThat(answer.textContent())
          .isEqualTo(dialogue.path("turns").path(0).path("answer").asText());
      assertThat(answer.textContent())
          .contains("onerror=", "\u202e", "\u001b[31m", "<iframe srcdoc");
      assertThat(page.locator("img, iframe, dialogue-page script, a[href^='javascript']"))
          .hasCount(0);
      assertThat(page.evaluate("window.harmed")).isNull();
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
    }
  }

  @Test
  void candidates_and_unreadable_sheets_are_shown_as_such() {
    JsonNode dialogue = dialogue("outcome");
    Page page = open(address(dialogue));
    page.locator("#turn-1 summary", new Page.LocatorOptions().setHasText("questions were tried"))
        .click();

    assertThat(page.locator("#turn-1 ol > li"))
        .hasCount(dialogue.path("turns").path(0).path("candidates").size());
    assertThat(page.locator("#turn-1 ol > li .chosen")).hasCount(1);
    assertThat(dialogue.path("marks")).hasSize(6).allMatch(mark -> !mark.path("read").asBoolean());
    assertThat(page.locator("quiz-marks td.unreadable")).hasCount(6);
  }

  @Test
  void a_turn_leads_to_its_calls_and_their_prompts() {
    JsonNode dialogue = dialogue("plain");
    List<JsonNode> calls =
        all(stack.api.read("/api" + address(dialogue) + "/calls").path("items"))
            .filter(call -> call.path("turn").asInt() == 1)
            .toList();
    Page page = open(address(dialogue) + "#turn-1");
    page.locator("#turn-1 call-list summary").click();
    assertThat(page.locator("#turn-1 call-list tbody tr")).hasCount(calls.size());

    page.locator("#turn-1 call-list tbody button").first().click();
    JsonNode prompt = stack.api.read("/api/calls/" + calls.getFirst().path("key").asText());
    Locator texts = page.locator("call-prompt pre");
    assertThat(texts).hasCount(prompt.path("messages").size() + 1);
    assertThat(texts.first().textContent())
        .isEqualTo(prompt.path("messages").path(0).path("text").asText());
    assertThat(texts.last().textContent()).isEqualTo(prompt.path("reply").asText());
  }

  @Test
  void a_fork_leads_to_a_study_of_its_own() {
    Page page = open(address(dialogue("plain")));
    page.locator("#turn-2 header button").click();
    page.locator("fork-dialog input[value='prefix-swap']").check();
    assertThat(browser.complaints).isEmpty();
    page.locator("fork-dialog button.primary").click();
    page.waitForURL("**/studies/*");

    String fork = page.url().replaceFirst(".*/", "");
    assertThat(fork).isNotEqualTo(study);
    assertThat(stack.api.awaitFinished(fork).path("dialogues").path("failed").asInt()).isZero();
    assertThat(stack.api.transcripts(fork)).contains("\"prefix-swap\"");
    // What the study's page complains of is for its own tests to find.
    opened.remove(page);
    page.context().close();
    browser.complaints.clear();
  }

  @Test
  void a_fork_says_first_what_it_costs_and_whether_its_cap_allows_that() {
    JsonNode dialogue = dialogue("plain");
    String wanted = "{\"kind\": \"candidates\", \"at\": 2}";
    String path = "/api" + address(dialogue) + "/forks/plan";
    JsonNode calls = Api.json(stack.api.post(path, wanted).body()).path("totals").path("calls");
    assertThat(calls.path("new").asInt()).isPositive();
    int studies = stack.api.read("/api/studies").path("items").size();

    Page page = open(address(dialogue));
    page.locator("#turn-2 header button").click();
    Locator cost = page.locator("fork-dialog fork-cost");
    assertThat(cost)
        .containsText(
            Pattern.compile(
                "\\b%d new calls? of %d\\b"
                    .formatted(calls.path("new").asInt(), calls.path("planned").asInt())));
    assertThat(cost).containsText("about $");
    assertThat(cost).containsText("Nothing caps what it spends");
    page.locator("fork-dialog input[name=usd]").fill("0.0001");
    assertThat(cost.locator(".over")).containsText("more than its cap of $0.0001");
    page.locator("fork-dialog input[name=usd]").fill("1000");
    assertThat(cost).containsText("stays within its cap of $1,000.00");
    page.locator("fork-dialog input[value='fixed-questions']").check();
    assertThat(cost).hasCount(0);
    page.locator("fork-dialog textarea").fill("Why?");
    assertThat(cost).containsText("new call");
    page.keyboard().press("Escape");
    assertThat(stack.api.read("/api/studies").path("items")).hasSize(studies);
  }

  @Test
  void a_search_finds_marks_and_leads_to_the_turn() {
    Page page = open("/studies/" + study + "/search");
    page.locator("input[type=search]").fill("ONERROR=\"");
    Locator marked = page.locator("study-search mark");
    assertThat(marked.first()).hasText("onerror=\"");
    page.locator("study-search select").first().selectOption("teacher");
    assertThat(
            page.locator("study-search li .muted", new Page.LocatorOptions().setHasText("student")))
        .hasCount(0);
    assertThat(page.url()).contains("q=ONERROR", "role=teacher");
    assertThat(page.locator("study-search li")).hasCount(dialogues.size() * 2);

    page.locator("study-search li a").first().click();
    page.locator("dialogue-turn").first().waitFor();
    assertThat(page.url()).matches(".*/dialogues/[0-9a-f]+#turn-[12]");
    page.goBack();
    assertThat(marked.first()).hasText("onerror=\"");
    page.locator("input[type=search]").fill("nobody said this");
    assertThat(page.locator("study-search")).containsText("Nobody said that.");
  }

  @Test
  void limits_are_changed_and_the_change_is_taken_back() {
    Page page = open("/machine");
    Locator row = page.locator("tr[data-model='other']");
    row.locator("button").click();
    page.locator("limits-form input[name=concurrency]").fill("3");
    page.locator("limits-form button.primary").click();
    assertThat(row).containsText("3 at once");
    assertThat(concurrency()).isEqualTo(3);

    page.locator("notice-bar button").click();
    await().until(() -> concurrency() != 3);
    assertThat(row).not().containsText("3 at once");
  }

  private static int concurrency() {
    return all(stack.api.read("/api/models"))
        .filter(model -> model.path("alias").asText().equals("other"))
        .mapToInt(model -> model.path("limits").path("concurrency").asInt())
        .sum();
  }

  @Test
  void dead_letters_are_read_sent_again_and_dropped() throws Exception {
    poison();
    await().until(() -> !stack.api.deadLetters().isEmpty());
    Page page = open("/machine");
    Locator letters = page.locator("tr[data-letter]");
    letters.first().waitFor();
    letters.first().locator("button").first().click();
    assertThat(page.locator("dead-letters pre")).hasText(GARBAGE);

    int before = stack.api.deadLetters().size();
    letters.first().locator("button").nth(1).click();
    await().until(() -> stack.api.deadLetters().size() == before + 1);
    assertThat(letters).hasCount(before + 1);
    letters.last().locator("button.danger").click();
    page.locator("dead-letters confirm-dialog button.danger").click();
    assertThat(letters).hasCount(before);
    assertThat(stack.api.deadLetters()).hasSize(before);
  }

  private static void poison() throws InterruptedException, ExecutionException {
    try (var producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.local.kafka()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] value = GARBAGE.getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(Topics.REPLIES, 0, new byte[] {7}, value)).get();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void axe_finds_nothing_serious(ColorScheme theme) {
    String item = dialogue("plain").path("items").path(0).path("id").asText();
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put(address(dialogue("plain")) + "?item=" + item, "call-list");
    pages.put(address(dialogue("outcome")), "call-list");
    pages.put("/studies/" + study + "/search?q=onerror", "study-search li");
    pages.put("/machine", "tr[data-model]");
    assertThat(browser.findings(theme, pages)).isEmpty();
  }
}
