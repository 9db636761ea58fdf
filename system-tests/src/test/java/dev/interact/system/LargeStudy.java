package dev.interact.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpExchange;
import dev.interact.contracts.Hash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page at a study of many dialogues. How fast it is is printed; how many rows, requests and
 * bytes it takes is asserted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LargeStudy {
  private static final int STUDENTS = 2;
  private static final int WORDS = 150;
  private static final int VOCABULARY = 2_000;
  private static final int MOST_ROWS = 60;
  private static final int MOST_REQUESTS = 20;
  private static final int MOST_BYTES = 1_000_000;

  /** When it was painted first, when it showed what it is for, and what it took to get there. */
  private static final String TAKEN =
      """
      () => {
        const entries = performance.getEntriesByType('resource');
        const paint = performance.getEntriesByName('first-contentful-paint')[0];
        const bytes = entries.reduce((sum, one) => sum + one.encodedBodySize, 0);
        const api = entries.filter(({name}) => name.includes('/api/')).map(({name, duration}) =>
          `${name.replace(/^.*\\/api/, '/api').slice(0, 90)} ${Math.round(duration)} ms`);
        return [Math.round(paint?.startTime ?? -1), Math.round(performance.now()), entries.length, bytes, api.join('; ')];
      }
      """;

  private final int concepts;
  private final int times;
  private ModelStub stub;
  private Stack stack;
  private Browser browser;
  private String study;

  @TempDir static Path folder;

  /**
   * A study of two students.
   *
   * @param concepts different ones
   * @param times how often each of its dialogues is there
   */
  LargeStudy(int concepts, int times) {
    this.concepts = concepts;
    this.times = times;
  }

  private int dialogues() {
    return concepts * STUDENTS * times;
  }

  @BeforeAll
  void start() throws IOException {
    stub = new ModelStub();
    stack =
        Stack.withModels(
            folder,
            stub.model("one", stub.answers(Duration.ZERO)),
            stub.model("other", stub.answers(Duration.ZERO)),
            stub.model("talker", LargeStudy::talk));
    browser = Browser.at(stack.local.orchestrator());
    String yaml =
        Stack.study(
            "small",
            "talker",
            Map.of("students", "[one, other]", "conditions", "[dynamic]", "turns", "5"));
    String small = stack.api.submit(yaml, Concepts.some(concepts));
    stack.api.awaitFinished(small);
    study = Copies.of(stack, small, times);
  }

  /** An answer as long as a model's, and another for each request. */
  private static void talk(HttpExchange exchange, ModelStub.Request request)
      throws IOException, InterruptedException {
    Random random = new Random(request.body().toString().hashCode());
    String text =
        IntStream.range(0, WORDS)
            .mapToObj(i -> Hash.id(String.valueOf(random.nextInt(VOCABULARY))).substring(0, 5))
            .collect(Collectors.joining(" "));
    ModelStub.says(text).answer(exchange, request);
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
    stack.close();
    stub.close();
  }

  @Test
  void every_view_takes_few_rows_requests_and_bytes() {
    String address = "/studies/" + study;
    seen("studies", "/", "studies-page [role=row][id]");
    seen("dialogues", address + "?tab=dialogues", "dialogues-tab [role=row][id]");
    seen("curves", address, "curve-chart canvas");
    seen("curves, read before", address, "curve-chart canvas");
    seen("table", address + "?tab=table", "results-tab tbody tr");
    seen("search", address + "?tab=search&q=what+I+have", "study-search li");
    seen("search in vain", address + "?tab=search&q=zqzqzq", "study-search .nothing");
    seen("events", address + "?tab=events", "events-tab virtual-table");
  }

  /** Opens a view in a browser without a past, and waits until it shows what it is for. */
  private void seen(String name, String path, String shown) {
    Page page = browser.open(path);
    page.locator(shown).first().waitFor();
    List<?> taken = (List<?>) page.evaluate(TAKEN);
    int rows = page.locator("[role=row]").count();
    System.out.printf(
        "%d dialogues, %s: first paint %s ms, shown %s ms, %s requests, %s bytes, %d rows; %s%n",
        dialogues(),
        name,
        taken.get(0),
        taken.get(1),
        taken.get(2),
        taken.get(3),
        rows,
        taken.get(4));
    assertThat(rows).as(name).isLessThanOrEqualTo(MOST_ROWS);
    assertThat((int) taken.get(2)).as(name).isPositive().isLessThanOrEqualTo(MOST_REQUESTS);
    assertThat((int) taken.get(3)).as(name).isPositive().isLessThanOrEqualTo(MOST_BYTES);
    page.context().close();
  }

  @Test
  void all_rows_are_within_reach_and_few_in_the_document() {
    Page page = browser.open("/studies/" + study + "?tab=dialogues&sort=concept");
    page.evaluate("window.stayed = true");
    Locator grid = page.getByRole(AriaRole.GRID);
    assertThat(
            page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(count())))
        .hasText(count());
    grid.press("End");
    assertThat(grid).hasAttribute("aria-activedescendant", "row-" + (dialogues() - 1));
    assertThat(page.locator("#row-" + (dialogues() - 1))).isVisible();
    assertThat(page.locator("[role=row]").count()).isLessThanOrEqualTo(MOST_ROWS);
    for (Locator tab : page.locator("study-page nav a").all()) {
      tab.click();
      assertThat(tab).hasAttribute("aria-current", "page");
    }
    assertThat(page.evaluate("window.stayed")).isEqualTo(true);
    assertThat(browser.complaints).isEmpty();
  }

  private String count() {
    return "%,d".formatted(dialogues());
  }
}
