package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.interact.local.LocalStack;
import dev.interact.local.StackConfig;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Makes the pictures of the page; of the quickstart study, which needs no key. */
@EnabledIfSystemProperty(named = ScreenshotsTest.FOLDER, matches = ".+")
class ScreenshotsTest {
  static final String FOLDER = "interact.screenshots";
  private static final int LAPTOP = 1280;
  private static final int PHONE = 390;

  @TempDir Path folder;

  @Test
  void pictures_are_made() throws IOException {
    Path data = folder.resolve("stack");
    try (Sandbox sandbox = new Sandbox(folder.resolve("checkout"), data);
        LocalStack stack =
            LocalStack.start(
                StackConfig.of(Stack.ROOT).withDataDirectory(data).withOrchestratorPort(0),
                line -> {});
        Browser browser = Browser.at(stack.orchestrator())) {
      Sandbox.Ended ended = sandbox.bash("./interact run studies/quickstart.yaml");
      assertThat(ended.exitCode()).as(ended.all()).isZero();
      Page studies = browser.open("/");
      studies.locator("virtual-table [role=row] a").first().waitFor();
      String study = studies.locator("virtual-table [role=row] a").first().getAttribute("href");
      studies.context().close();
      picture(browser, "studies", "/", "virtual-table [role=row] a");
      picture(browser, "study", study, "curve-chart canvas");
      picture(browser, "domains", study + "?by=domain", "curve-chart canvas");
      picture(browser, "table", study + "?tab=table", "results-tab tbody tr");
      picture(browser, "dialogues", study + "?tab=dialogues", "dialogues-tab .space [role=row]");
      picture(browser, "search", study + "?tab=search&q=the", "study-search li");
      picture(browser, "events", study + "?tab=events", "events-tab .space [role=row]");
      picture(browser, "dialogue", dialogue(browser, study), "call-list");
      picture(browser, "machine", "/machine", "tr[data-model]");
    }
  }

  /** The address of the first that has questions. */
  private static String dialogue(Browser browser, String study) {
    Page page = browser.open(study + "?tab=dialogues&sort=-turns");
    Locator row = page.locator("dialogues-tab .space [role=row] a").first();
    row.waitFor();
    String address = row.getAttribute("href");
    page.context().close();
    return address;
  }

  private static void picture(Browser browser, String name, String path, String ready) {
    picture(browser.open(path, ColorScheme.LIGHT, LAPTOP), name, ready);
    picture(browser.open(path, ColorScheme.DARK, LAPTOP), name + "-dark", ready);
    picture(browser.open(path, ColorScheme.LIGHT, PHONE), name + "-narrow", ready);
  }

  private static void picture(Page page, String name, String ready) {
    page.locator(ready).first().waitFor();
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    Path file = Path.of(System.getProperty(FOLDER)).resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    page.context().close();
  }
}
