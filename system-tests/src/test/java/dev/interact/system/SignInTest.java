package dev.interact.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * People and programs for whom a provider of OpenID Connect vouches; the page that they sign in on.
 */
class SignInTest {
  private static final String CONFIGURED = "configured-for-this-test-and-nothing-else";
  private static final String REALM = "laboratory";
  private static final String AUDIENCE = "interact";
  private static final int HOUR = 3600;

  @TempDir static Path folder;
  private static MockOAuth2Server provider;
  private static MockOAuth2Server impostor;
  private static ModelStub stub;
  private static Stack stack;

  @BeforeAll
  static void start() throws IOException {
    provider = new MockOAuth2Server(new OAuth2Config(true));
    provider.start(InetAddress.getLoopbackAddress(), 0);
    impostor = new MockOAuth2Server();
    impostor.start(InetAddress.getLoopbackAddress(), 0);
    stub = new ModelStub();
    Map<String, String> settings = new HashMap<>();
    settings.put("INTERACT_ACCESS_OPEN", "false");
    settings.put("INTERACT_ACCESS_ADMIN_KEY", CONFIGURED);
    settings.put("INTERACT_ACCESS_OIDC_ENABLED", "true");
    settings.put("INTERACT_ACCESS_OIDC_NAME", "the laboratory");
    settings.put("INTERACT_ACCESS_OIDC_ROLES_RUN", "researchers,postdocs");
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", provider.issuerUrl(REALM).toString());
    settings.put("QUARKUS_OIDC_CLIENT_ID", AUDIENCE);
    settings.put("QUARKUS_OIDC_CREDENTIALS_SECRET", "of-the-client");
    settings.put("QUARKUS_OIDC_TOKEN_AUDIENCE", AUDIENCE);
    settings.put("QUARKUS_OIDC_ROLES_ROLE_CLAIM_PATH", "groups");
    settings.put("INTERACT_ACCESS_OIDC_COOKIE_SECRET", "thirty-two-characters-or-more-00");
    stack = Stack.withModels(folder, settings, stub.model("quick", stub.answers(Duration.ZERO)));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
    provider.shutdown();
    impostor.shutdown();
  }

  private static String token(
      MockOAuth2Server from, List<String> groups, String audience, long life) {
    return from.issueToken(
            REALM,
            "program",
            new DefaultOAuth2TokenCallback(
                REALM, "ada", "JWT", List.of(audience), Map.of("groups", groups), life))
        .serialize();
  }

  private static HttpResponse<String> studies(String token) {
    return stack.api.with(token).request("/api/studies", Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "interact-read, 200, 403, 403",
    "postdocs, 200, 422, 403",
    "researchers, 200, 422, 403",
    "interact-admin, 200, 422, 200",
    "admin, 403, 403, 403",
    "nobody, 403, 403, 403"
  })
  void a_programs_token_gives_the_scope_of_its_roles(
      String group, int read, int run, int administer) {
    Api api = stack.api.with(token(provider, List.of(group), AUDIENCE, HOUR));

    assertThat(api.request("/api/studies", Map.of()).statusCode()).isEqualTo(read);
    assertThat(api.post("/api/studies", "{}").statusCode()).isEqualTo(run);
    assertThat(api.request("/api/keys", Map.of()).statusCode()).isEqualTo(administer);
  }

  @Test
  void a_token_that_has_expired_or_is_for_or_from_somebody_else_is_none() {
    List<String> admin = List.of("interact-admin");

    assertThat(studies(token(provider, admin, AUDIENCE, -HOUR)).statusCode()).isEqualTo(401);
    assertThat(studies(token(provider, admin, "another", HOUR)).statusCode()).isEqualTo(401);
    assertThat(studies(token(impostor, admin, AUDIENCE, HOUR)).statusCode()).isEqualTo(401);
    assertThat(studies("nonsense").body()).contains("This key is not known here");
    assertThat(stack.api.with(null).request("/api/studies", Map.of()).statusCode()).isEqualTo(401);
    assertThat(studies(token(provider, List.of("nobody"), AUDIENCE, HOUR)).body())
        .contains(
            "ada is known here, but has no role that gives a scope; this takes the scope 'read'.");
    assertThat(studies(CONFIGURED).statusCode()).isEqualTo(200);
  }

  @Test
  void a_session_of_the_provider_that_has_ended_is_nobodys_and_is_taken_away() {
    Map<String, String> ended = Map.of("Cookie", "q_session=of-long-ago");
    Api api = stack.api.with(null);

    HttpResponse<String> session = api.request("/api/session", ended);
    assertThat(session.statusCode()).as(session.body()).isEqualTo(200);
    assertThat(Api.json(session.body()).path("name").isNull()).isTrue();
    assertThat(session.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("q_session=;") && cookie.contains("Max-Age=0"));
    assertThat(api.request("/api/studies", ended).statusCode()).isEqualTo(401);
    assertThat(api.request("/api/session/start", ended).statusCode()).isEqualTo(302);
  }

  @Test
  void what_somebody_did_is_known_by_the_subject() {
    Api api = stack.api.with(token(provider, List.of("researchers"), AUDIENCE, HOUR));
    api.post("/api/concepts", "[]");

    assertThat(
            stack
                .api
                .with(CONFIGURED)
                .read("/api/audit-log?who=oidc:ada")
                .at("/items/0/action")
                .asText())
        .isEqualTo("concepts.stored");
  }

  /** In a real browser. */
  @Nested
  class OnThePage {
    private Browser browser;

    @AfterEach
    void nothing_was_complained_of() {
      assertThat(browser.complaints).isEmpty();
      browser.close();
    }

    private Page open(String path) {
      browser = Browser.at(stack.local.orchestrator());
      return browser.open(path);
    }

    private static Locator heading(Page page, String name) {
      return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void a_key_signs_in_and_out() {
      Page page = open("/machine");
      assertThat(heading(page, "Sign in")).isVisible();
      assertThat(browser.findings(ColorScheme.DARK, Map.of("/", "sign-in form"))).isEmpty();
      page.getByLabel("Or with a key").fill("nonsense");
      button(page, "Sign in").click();
      assertThat(page.getByText("This key is not known here")).isVisible();

      page.getByLabel("Or with a key").fill(CONFIGURED);
      button(page, "Sign in").click();
      assertThat(heading(page, "Machine room")).isVisible();
      assertThat(page.getByText("the configured admin key")).isVisible();

      button(page, "Sign out").click();
      assertThat(heading(page, "Sign in")).isVisible();
    }

    @Test
    void the_provider_signs_in() {
      Page page = open("/machine");
      page.getByText("Continue with the laboratory").click();
      assertThat(page).hasURL(Pattern.compile(".*/laboratory/authorize.*"));
      page.locator("input[name=username]").fill("grace");
      page.locator("textarea[name=claims]")
          .fill("{\"groups\": [\"interact-read\"], \"preferred_username\": \"Grace\"}");
      page.locator("input[type=submit], button[type=submit]").first().click();

      assertThat(heading(page, "Machine room")).isVisible();
      assertThat(page.getByText("Grace (read)")).isVisible();
      button(page, "Sign out").click();
      assertThat(heading(page, "Sign in")).isVisible();
      page.reload();
      assertThat(heading(page, "Sign in")).isVisible();
    }

    private static Locator button(Page page, String name) {
      return page.getByRole(
          AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
  }
}
