package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The machine's Chromium, looking at the page of a stack. What a page complains of (errors of
 * scripts, violations of its policy) is kept, for tests to assert that it is nothing.
 */
final class Browser implements AutoCloseable {
  private static final List<String> PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium");

  private static final int WIDTH = 1280;
  private static final double CEILING_MILLISECONDS = 60_000;

  /** What axe must not find; less grave are matters of taste. */
  private static final List<String> GRAVE = List.of("serious", "critical");

  /** Whatever a page would let in against its policy, it tells of here. */
  private static final String LISTEN =
      """
      addEventListener('securitypolicyviolation', event =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
      """;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final URI orchestrator;

  /** What pages complained of so far. */
  final List<String> complaints = new CopyOnWriteArrayList<>();

  private Browser(URI orchestrator, Path executable) {
    PlaywrightAssertions.setDefaultAssertionTimeout(CEILING_MILLISECONDS);
    this.orchestrator = orchestrator;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  /** Skips the test where no Chromium is, and fails it in continuous integration. */
  static Browser at(URI orchestrator) {
    Optional<Path> executable = find();
    assertThat(executable.isPresent() || !"true".equals(System.getenv("CI")))
        .as("a Chromium in one of " + PLACES)
        .isTrue();
    assumeTrue(executable.isPresent(), "skipped: there is no Chromium in any of " + PLACES);
    return new Browser(orchestrator, executable.orElseThrow());
  }

  private static Optional<Path> find() {
    Stream<String> stated = Stream.ofNullable(System.getenv("CHROMIUM"));
    return Stream.concat(stated, PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A browser without a past, on a laptop's screen. */
  Page open(String path) {
    return open(path, ColorScheme.LIGHT, WIDTH);
  }

  /** A browser without a past, whose system has a theme, with a window of a width in pixels. */
  Page open(String path, ColorScheme theme, int width) {
    return open(path, theme, width, false);
  }

  private Page open(String path, ColorScheme theme, int width, boolean bypass) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBypassCSP(bypass)
                .setBaseURL(orchestrator.toString())
                .setColorScheme(theme)
                .setViewportSize(width, 800));
    context.setDefaultTimeout(CEILING_MILLISECONDS);
    context.addInitScript(LISTEN);
    Page page = context.newPage();
    page.onConsoleMessage(this::note);
    page.onPageError(complaints::add);
    page.navigate(path);
    return page;
  }

  /** An answer of the API that is an error is told by the page, and is no fault of it. */
  private void note(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
      complaints.add(message.text());
    }
  }

  /**
   * What axe finds serious on some pages, a line each. They are looked at in a browser of their
   * own: axe is a script that the page's policy would refuse.
   *
   * @param pages addresses, each with a selector of what must be there first
   */
  List<String> findings(ColorScheme theme, Map<String, String> pages) {
    Page page = open("/", theme, WIDTH, true);
    List<String> findings = new ArrayList<>();
    pages.forEach(
        (path, ready) -> {
          page.navigate(path);
          page.locator(ready).first().waitFor();
          new AxeBuilder(page)
              .analyze().getViolations().stream()
                  .filter(rule -> GRAVE.contains(rule.getImpact()))
                  .forEach(rule -> findings.add(path + ": " + line(rule)));
        });
    page.context().close();
    return findings;
  }

  private static String line(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream().map(node -> "\n  " + node.getHtml()).toList();
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
