package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page, as a browser shows it: its frame, and what is the same on all of its pages. */
class PageTest {
  @TempDir static Path folder;
  private static ModelStub stub;
  private static Stack stack;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack = Stack.withModels(folder, stub.model("stub", stub.answers(Duration.ZERO)));
    browser = Browser.at(stack.local.orchestrator());
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
  void an_address_leads_where_a_click_does() {
    Page page = browser.open("/studies/none");
    page.locator("study-page h1").waitFor();
    page.locator("nav a").first().click();
    page.locator("studies-page h1").waitFor();
    page.goBack();
    page.locator("study-page h1").waitFor();
    assertThat(page.url()).endsWith("/studies/none");
  }

  @Test
  void every_answer_names_the_policy() {
    for (String path : new String[] {"/", "/studies/none", "/api/studies", "/api/nowhere"}) {
      Response response = browser.open("/").navigate(path);
      assertThat(response.headerValue("content-security-policy"))
          .as(path)
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(response.headerValue("x-content-type-options")).as(path).isEqualTo("nosniff");
    }
    browser.complaints.clear();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void axe_finds_nothing_serious(ColorScheme theme) {
    assertThat(browser.findings("/", theme, "studies-page h1")).isEmpty();
  }
}
