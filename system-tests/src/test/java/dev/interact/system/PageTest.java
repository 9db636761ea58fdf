package dev.interact.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.interact.local.Role;
import dev.interact.study.Concept;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page, as a browser shows it: its frame, the studies, and one study. */
class PageTest {
  private static final String HARM = "window.harmed = 1";

  /** A model's alias, which stands in arms. */
  private static final String ALIAS = "<svg onload=\"" + HARM + "\">{a|b} ${" + HARM + "}";

  private static final String ID = "<img src=x onerror=\"" + HARM + "\">";
  private static final String DOMAIN = "\"><script>" + HARM + "</script>{{7*7}}";
  private static final String NAME =
      "</title><iframe srcdoc=\"<script>parent.harmed = 1</script>\">";

  private static final Pattern METRIC =
      Pattern.compile("(?m)^interact_stream_clients\\{.*} (\\S+)$");
  private static final Duration CEILING = Duration.ofMinutes(1);

  @TempDir static Path folder;
  private static ModelStub stub;
  private static Stack stack;
  private static Browser browser;
  private static String study;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack =
        Stack.withModels(
            folder,
            stub.model("quick", stub.answers(Duration.ZERO)),
            stub.model("slow", stub.answers(Duration.ZERO), "concurrency: 2"),
            stub.model("hostile", stub.answers(Duration.ZERO))
                .replaceFirst("hostile", "'" + ALIAS.replace("$", "\\$") + "'"));
    browser = Browser.at(stack.local.orchestrator());
    study = stack.api.submit(written("shown", "quick"), Concepts.some(6));
    stack.api.awaitFinished(study);
  }

  private static String written(String name, String model) {
    return Stack.study(
        name, model, Map.of("conditions", "[closed-book, dynamic, full-context]", "turns", "2"));
  }

  /** Concepts that no other study has: its calls are not answered yet. */
  private static List<Concept> named(String name, int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> Concepts.concept(name + "-" + i, "Context " + i + " of " + name))
        .toList();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    stack.close();
    stub.close();
  }

  @AfterEach
  void nothing_was_complained_of() {
    assertThat(browser.complaints).isEmpty();
  }

  @Test
  void every_answer_names_the_policy() {
    Page page = browser.open("/");
    for (String path : List.of("/", "/studies/none", "/api/studies", "/api/nowhere")) {
      Response response = page.navigate(path);
      assertThat(response.headerValue("content-security-policy"))
          .as(path)
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(response.headerValue("x-content-type-options")).as(path).isEqualTo("nosniff");
    }
  }

  @Test
  void studies_are_listed_found_and_opened() {
    Page page = browser.open("/");
    Locator row = page.getByRole(AriaRole.ROW).filter(having("shown"));
    assertThat(row).containsText("finished");
    assertThat(row).containsText("18/18");

    page.getByLabel("Name").fill("nothing is called so");
    assertThat(page.getByText("No study is like that.")).isVisible();
    page.getByLabel("Name").fill("SHOWN");
    row.click();

    assertThat(page.getByRole(AriaRole.HEADING, named("shown"))).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*/studies/" + study));
    page.goBack();
    assertThat(page.getByLabel("Name")).hasValue("SHOWN");
  }

  @Test
  void curves_move_while_a_study_runs() {
    Ration ration = stub.ration("slow");
    ration.hold();
    String moving = stack.api.submit(written("moving", "slow"), named("moving", 6));
    Page page = browser.open("/studies/" + moving);
    page.evaluate("window.stayed = true");
    assertThat(page.getByText("No dialogue is over yet.")).isVisible();

    ration.allow(1);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> isOver(moving) || more(ration));
    Locator chart = page.getByRole(AriaRole.IMG);
    assertThat(chart).hasAttribute("aria-label", Pattern.compile(".* per cent at turn 0.*"));
    String first = chart.getAttribute("aria-label");

    ration.lift();
    assertThat(page.locator("state-badge")).containsText("finished");
    assertThat(chart).not().hasAttribute("aria-label", first);
    page.getByText("Figures").click();
    assertThat(page.locator("curve-table")).containsText("n=6");
    assertThat(page.evaluate("window.stayed")).isEqualTo(true);
  }

  private static boolean isOver(String study) {
    return stack.api.status(study).path("dialogues").path("finished").asInt() > 0;
  }

  private static boolean more(Ration ration) {
    ration.allow(1);
    return false;
  }

  @Test
  void a_study_is_paused_taken_back_and_cancelled() {
    stub.ration("slow").hold();
    String steered = stack.api.submit(written("steered", "slow"), named("steered", 6));
    Page page = browser.open("/studies/" + steered);
    Locator state = page.locator("state-badge");

    page.getByRole(AriaRole.BUTTON, button("Pause: steered")).click();
    assertThat(state).containsText("paused");
    page.getByRole(AriaRole.BUTTON, button("Undo")).click();
    assertThat(state).containsText("running");
    page.getByRole(AriaRole.BUTTON, button("Cancel: steered")).click();
    page.getByRole(AriaRole.BUTTON, button("Go back")).click();
    assertThat(state).containsText("running");
    page.getByRole(AriaRole.BUTTON, button("Cancel: steered")).click();
    page.getByRole(AriaRole.BUTTON, button("Cancel the study")).click();
    assertThat(state).containsText("cancelled");

    stub.ration("slow").lift();
  }

  @Test
  void dialogues_are_walked_with_the_keyboard_and_sorted() {
    Page page = browser.open("/studies/" + study + "?tab=dialogues&stage=finished");
    Locator rows = page.locator("virtual-table .space [role=row]");
    assertThat(rows.first()).isVisible();
    Locator grid = page.getByRole(AriaRole.GRID);
    grid.focus();
    for (String key : List.of("End", "Home", "ArrowDown", "ArrowDown")) {
      grid.press(key);
    }
    assertThat(grid).hasAttribute("aria-activedescendant", "row-2");
    assertThat(rows.nth(2)).hasAttribute("aria-selected", "true");

    page.getByRole(AriaRole.BUTTON, button("Concept")).click();
    assertThat(page.getByRole(AriaRole.COLUMNHEADER, named("Concept")))
        .hasAttribute("aria-sort", "ascending");
    assertThat(page).hasURL(Pattern.compile(".*sort=concept.*"));
    assertThat(rows.nth(2)).containsText("concept-0");
    assertThat(rows.nth(3)).containsText("concept-1");
    String dialogue = rows.nth(2).locator("a").getAttribute("href");
    grid.press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*" + dialogue));
    page.goBack();
    assertThat(page.getByLabel("Stage")).hasValue("finished");
  }

  @Test
  void tables_show_what_the_summary_says() {
    Page page = browser.open("/studies/" + study + "?tab=table");
    var cells = stack.api.summary(study).path("cells");
    assertThat(cells).isNotEmpty();

    for (var cell : cells) {
      double start = 100 * cell.path("curve").path(0).path("accuracy").asDouble();
      Locator row = page.locator("tbody tr").filter(having(cell.path("condition").asText()));
      assertThat(row).containsText("%.1f".formatted(start));
    }
    assertThat(page.locator("paper-table")).containsText("teacher bound");
    assertThat(page.getByRole(AriaRole.LINK, named("dialogues as csv"))).isVisible();
  }

  @Test
  void two_cells_are_compared() {
    Page page = browser.open("/studies/" + study + "?tab=compare");
    page.getByLabel("First").selectOption(new SelectOption().setLabel("closed-book"));
    page.getByLabel("Second").selectOption(new SelectOption().setLabel("dynamic"));

    assertThat(page.locator("difference-table tbody tr").first()).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*a=closed-book.*&b=dynamic.*"));
  }

  @Test
  void words_are_searched_in_a_tab_of_the_study() {
    Page page = browser.open("/studies/" + study);
    page.getByRole(AriaRole.LINK, link("Search")).click();
    page.getByLabel("Search what was said").fill("I HAVE to say");
    Locator found = page.locator("study-search li");
    assertThat(found.first().locator("mark")).hasText("I have to say");
    page.locator("study-search select").first().selectOption("teacher");

    assertThat(found.filter(having("student"))).hasCount(0);
    assertThat(page).hasURL(Pattern.compile(".*tab=search.*q=I\\+HAVE.*role=teacher.*"));
    page.reload();
    assertThat(found.first().locator("mark")).hasText("I have to say");
  }

  @Test
  void events_come_as_they_happen_and_are_held_still() {
    Ration ration = stub.ration("slow");
    ration.hold();
    String told = stack.api.submit(written("told", "slow"), named("told", 6));
    Page page = browser.open("/studies/" + told + "?tab=events");
    Locator rows = page.locator("events-tab .space [role=row]");
    assertThat(rows.filter(having("Handed in: 18 dialogues")).first()).isVisible();

    page.getByRole(AriaRole.BUTTON, button("Hold still")).press("Enter");
    ration.lift();
    stack.api.awaitFinished(told);
    assertThat(page.getByRole(AriaRole.STATUS).filter(having("more have come"))).isVisible();
    assertThat(rows.filter(having("The study is over"))).hasCount(0);
    page.getByRole(AriaRole.BUTTON, button("Go on")).press("Enter");
    assertThat(rows.first()).containsText("The study is over: 18 dialogues finished, 0 failed");
  }

  @Test
  void events_are_of_a_kind_and_lead_to_their_turns() {
    Page page = browser.open("/studies/" + study + "?tab=events");
    Locator rows = page.locator("events-tab .space [role=row]");
    page.locator("events-tab select").selectOption("question");
    assertThat(rows.filter(having("Question 2 answered")).first()).isVisible();
    assertThat(rows.filter(having("Quiz"))).hasCount(0);
    assertThat(page).hasURL(Pattern.compile(".*kind=question.*"));

    Locator grid = page.getByRole(AriaRole.GRID);
    String turn = rows.nth(1).locator("a").getAttribute("href");
    grid.press("ArrowDown");
    grid.press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*" + turn));
    assertThat(page.locator("dialogue-turn").first()).isVisible();
  }

  /** All tabs of a browser share a few connections: those that nobody looks at keep none. */
  @Test
  void a_tab_that_is_hidden_listens_to_nothing_and_misses_nothing() {
    Ration ration = stub.ration("slow");
    ration.hold();
    String told = stack.api.submit(written("hidden", "slow"), named("hidden", 3));
    Page page = browser.open("/studies/" + told + "?tab=events");
    Locator rows = page.locator("events-tab .space [role=row]");
    assertThat(rows.filter(having("Handed in: 9 dialogues")).first()).isVisible();
    double listening = clients();

    hide(page, true);
    Awaitility.await()
        .atMost(CEILING)
        .untilAsserted(() -> assertThat(clients()).isLessThanOrEqualTo(listening - 2));
    ration.lift();
    stack.api.awaitFinished(told);
    assertThat(rows.filter(having("The study is over"))).hasCount(0);
    hide(page, false);

    assertThat(rows.first()).containsText("The study is over: 9 dialogues finished, 0 failed");
    assertThat(rows.filter(having("The study is over"))).hasCount(1);
    assertThat(page.locator("study-header")).containsText("finished");
  }

  private static void hide(Page page, boolean hidden) {
    page.evaluate(
        """
        hidden => {
          Object.defineProperty(document, 'hidden', {configurable: true, get: () => hidden});
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """,
        hidden);
  }

  /** How many connections the orchestrator sends events on. */
  private static double clients() {
    return METRIC
        .matcher(stack.api.request("/q/metrics", Map.of("Accept", "text/plain")).body())
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .sum();
  }

  @Test
  void an_orchestrator_that_is_gone_is_told_of_and_comes_back() throws IOException {
    Page page = browser.open("/studies/" + study);
    assertThat(page.locator("live-state")).containsText("Live");
    stack.local.process(Role.ORCHESTRATOR).stop();
    assertThat(page.locator("live-state")).containsText("does not answer");
    page.getByRole(AriaRole.LINK, link("Dialogues")).click();
    assertThat(page.locator("dialogues-tab problem-note [role=alert]")).containsText("interact up");

    stack.local.process(Role.ORCHESTRATOR).start();
    assertThat(page.locator("dialogues-tab [role=row][id]").first()).isVisible();
    assertThat(page.locator("dialogues-tab problem-note [role=alert]")).hasCount(0);
    assertThat(page.locator("live-state")).containsText("Live");
  }

  @Test
  void a_theme_is_chosen_and_kept() {
    Page page = browser.open("/", ColorScheme.DARK, 1280);
    String ground = "getComputedStyle(document.documentElement).backgroundColor";
    Object dark = page.evaluate(ground);
    page.getByLabel("Theme").selectOption("light");
    Object light = page.evaluate(ground);
    page.reload();

    assertThat(light).isEqualTo("rgb(255, 255, 255)").isNotEqualTo(dark);
    assertThat(page.evaluate(ground)).isEqualTo(light);
  }

  @Test
  void the_first_stop_of_the_keyboard_leads_past_the_header() {
    Page page = browser.open("/");
    page.locator("studies-page h1").waitFor();
    page.keyboard().press("Tab");
    assertThat(page.getByText("Skip to the content")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).isFocused();
  }

  @Test
  void nothing_scrolls_sideways() {
    Page page = browser.open("/");
    pages()
        .forEach(
            (path, ready) -> {
              page.navigate(path);
              page.locator(ready).first().waitFor();
              for (int width : List.of(390, 1280)) {
                page.setViewportSize(width, 800);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d", path, width)
                    .isEqualTo(width);
              }
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void axe_finds_nothing_serious(ColorScheme theme) {
    assertThat(browser.findings(theme, pages())).isEmpty();
  }

  /** Every page, with what is there once it is whole. */
  private static Map<String, String> pages() {
    String address = "/studies/" + study;
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("/", "studies-page [role=row][id]");
    pages.put("/studies/none", "problem-note [role=alert]");
    pages.put(address, "curve-chart canvas");
    pages.put(address + "?by=condition", "curve-chart canvas");
    pages.put(address + "?tab=table", "results-tab tbody tr");
    pages.put(address + "?tab=dialogues", "dialogues-tab [role=row][id]");
    pages.put(address + "?tab=search&q=what", "study-search li");
    pages.put(address + "?tab=compare", "compare-tab select");
    pages.put(address + "?tab=differences", "differences-tab select");
    pages.put(address + "?tab=events", "events-tab [role=row][id]");
    return pages;
  }

  @Test
  void names_are_text_whatever_they_look_like() {
    List<Concept> concepts =
        IntStream.range(0, 3).mapToObj(i -> hostile(ID + i, DOMAIN + i)).toList();
    Map<String, String> settings =
        Map.of(
            "conditions", "[closed-book, dynamic]",
            "turns", "1",
            "students", "['" + ALIAS + "', quick]");
    String id = stack.api.submit(Stack.study("hostile", "quick", settings), concepts);
    // Views read a study again when its state changes; a name like this cannot be handed in.
    stack.api.pause(id);
    stack.change("update study set name = '" + NAME + "' where id = '" + id + "'");
    stack.api.resume(id);
    stack.api.awaitFinished(id);

    seen(browser.open("/"), NAME);
    String address = "/studies/" + id;
    seen(browser.open(address), NAME, ALIAS);
    seen(browser.open(address + "?by=domain"), NAME, DOMAIN + 0);
    seen(browser.open(address + "?tab=table"), NAME, ALIAS);
    seen(browser.open(address + "?tab=dialogues"), ID + 0, DOMAIN + 1, ALIAS);
    seen(browser.open(address + "?tab=compare"), NAME);
    seen(browser.open(address + "?tab=search&q=what"), NAME, ID + 0);
    seen(browser.open(address + "?tab=events&kind=dialogue"), NAME, ID + 0);
    seen(browser.open("/studies/" + encoded(ID)), ID);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Concept hostile(String id, String domain) {
    Concept plain = Concepts.concept(id, "Context of " + id);
    return new Concept(id, domain, NAME, plain.context(), null, plain.quiz(), null, null, Map.of());
  }

  /** Texts are shown as they are, and no element was made of them. */
  private static void seen(Page page, String... texts) {
    Stream.of(texts)
        .forEach(text -> assertThat(page.getByText(text).first()).containsText(text.strip()));
    assertThat(page.locator("img, svg, iframe, script:not([src])")).hasCount(0);
    assertThat(page.evaluate("window.harmed")).isNull();
    page.context().close();
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions link(String name) {
    return button(name);
  }

  private static Page.GetByRoleOptions button(String name) {
    return named(name).setExact(true);
  }
}
