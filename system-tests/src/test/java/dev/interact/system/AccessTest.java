package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.local.postgres.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody gets in without a key, and nobody further than the key's scope. */
class AccessTest {
  private static final Duration CEILING = Duration.ofMinutes(1);
  private static final String CONFIGURED = "configured-for-this-test-and-nothing-else";
  private static final List<String> SCOPES = List.of("monitor", "read", "run", "admin");
  private static final String ANYBODY = "anybody";
  private static final int CREATED = 201;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  @TempDir static Path folder;
  private static ModelStub stub;
  private static Stack stack;
  private static Api admin;
  private static Api nobody;
  private static final Map<String, String> KEYS = new HashMap<>();

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack =
        Stack.withModels(
            folder,
            Map.of(
                "INTERACT_ACCESS_OPEN",
                "false",
                "INTERACT_ACCESS_ADMIN_KEY",
                CONFIGURED,
                "INTERACT_ACCESS_STREAM",
                "2s"),
            stub.model("quick", stub.answers(Duration.ZERO)));
    admin = stack.api;
    nobody = admin.with(null);
    SCOPES.forEach(scope -> KEYS.put(scope, made(scope, null).path("key").asText()));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static JsonNode made(String scope, Instant expires) {
    String end = expires == null ? "null" : "\"" + expires + "\"";
    HttpResponse<String> answer =
        admin.post(
            "/api/keys",
            "{\"name\":\"for %s\",\"scope\":\"%s\",\"expires\":%s}".formatted(scope, scope, end));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(CREATED);
    return Api.json(answer.body());
  }

  /** The scope that each request takes, and {@code anybody} for those that take none. */
  private static Map<String, String> expected() throws IOException {
    Map<String, String> table = new TreeMap<>();
    try (InputStream csv = AccessTest.class.getResourceAsStream("/scopes.csv")) {
      new String(csv.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\\|"))
          .forEach(line -> table.put(line[0], line[1]));
    }
    return table;
  }

  private static TreeSet<String> described() {
    TreeSet<String> all = new TreeSet<>();
    JsonNode api = Api.json(nobody.request("/q/openapi?format=json", Map.of()).body());
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    return all;
  }

  private static int status(Api caller, String operation) {
    String[] parts = operation.split(" ");
    return caller.status(parts[0], parts[1].replaceAll("\\{.*?}", "none"));
  }

  @Test
  void it_is_known_of_every_request_which_scope_it_takes() throws IOException {
    assertThat(described())
        .as("a request needs its line in scopes.csv")
        .isEqualTo(expected().keySet());
  }

  @Test
  void a_key_gets_as_far_as_its_scope_and_no_further() throws IOException {
    expected()
        .forEach(
            (operation, needed) -> {
              for (String scope : SCOPES) {
                boolean enough =
                    needed.equals(ANYBODY) || SCOPES.indexOf(scope) >= SCOPES.indexOf(needed);
                int status = status(nobody.with(KEYS.get(scope)), operation);
                if (enough) {
                  assertThat(status)
                      .as("%s as %s", operation, scope)
                      .isNotIn(UNAUTHORIZED, FORBIDDEN)
                      .isLessThan(500);
                } else {
                  assertThat(status).as("%s as %s", operation, scope).isEqualTo(FORBIDDEN);
                }
              }
            });
  }

  @Test
  void nobody_gets_in_without_a_key_or_with_one_that_is_none() throws IOException {
    JsonNode expiring = made("admin", Instant.now().plusSeconds(1));
    Api expired = nobody.with(expiring.path("key").asText());
    await().atMost(CEILING).until(() -> status(expired, "GET /api/keys") == UNAUTHORIZED);
    JsonNode revoked = made("admin", null);
    admin.delete("/api/keys/" + revoked.path("id").asText());
    String right = KEYS.get("admin");
    Map<String, Api> callers =
        Map.of(
            "no key", nobody,
            "an expired key", expired,
            "a revoked key", nobody.with(revoked.path("key").asText()),
            "nonsense", nobody.with("nonsense"),
            "another secret", nobody.with(right.substring(0, right.length() - 3) + "abc"),
            "a key's id", nobody.with(right.substring(0, right.lastIndexOf('_') + 1)),
            "an empty key", nobody.with(""));
    expected()
        .forEach(
            (operation, needed) ->
                callers.forEach(
                    (name, caller) -> {
                      if (!needed.equals(ANYBODY)) {
                        assertThat(status(caller, operation))
                            .as("%s with %s", operation, name)
                            .isEqualTo(UNAUTHORIZED);
                      }
                    }));
  }

  @ParameterizedTest
  @CsvSource({
    "/q/metrics, 401, 200",
    "/q/metrics/, 401, 200",
    "/q//metrics, 401, 200",
    "/q/%6Detrics, 401, 200",
    "/q/metrics;a=b, 404, 404",
    "/q/health/live, 200, 200",
    "/q/openapi, 200, 200",
    "/, 200, 200",
    "/studies/some, 200, 200",
    "/q/info, 404, 404",
    "/api, 404, 404",
    "/api//studies, 401, 403",
    "/api/studies/, 401, 403",
    "/api/studies/%2e%2e/keys, 401, 403"
  })
  void of_what_is_no_part_of_the_api(String path, int unknown, int monitor) {
    assertThat(nobody.status("GET", path)).as("nobody").isEqualTo(unknown);
    assertThat(nobody.with(KEYS.get("monitor")).status("GET", path))
        .as("monitor")
        .isEqualTo(monitor);
  }

  @Test
  void a_refusal_says_what_to_do() {
    assertThat(nobody.request("/api/studies", Map.of()))
        .satisfies(
            answer -> {
              assertThat(answer.body()).contains("INTERACT_API_KEY");
              assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
              assertThat(answer.headers().firstValue("Content-Type"))
                  .get()
                  .asString()
                  .startsWith("application/problem+json");
            });
    assertThat(nobody.with("nonsense").request("/api/studies", Map.of()).body())
        .contains("This key is not known here: it is wrong, has expired or was revoked.");
    assertThat(nobody.with(KEYS.get("read")).post("/api/studies", "{}").body())
        .contains("This takes the scope 'run'; 'for read' has the scope 'read'.");
    assertThat(admin.post("/api/keys", "{\"name\":\" \",\"scope\":\"read\"}").body())
        .contains("name: must say whose it is");
    assertThat(admin.post("/api/keys", "{\"name\":\"a\",\"scope\":\"root\"}").body())
        .contains("scope: must be one of monitor, read, run, admin.");
  }

  @Test
  void what_a_key_did_is_in_the_audit_log_and_its_secret_nowhere() throws IOException {
    JsonNode key = made("run", null);
    String secret = key.path("key").asText();
    String who = "key:" + key.path("id").asText();
    Api runner = nobody.with(secret);
    String study =
        runner.submit(
            Stack.study("written-down", "quick", Map.of("conditions", "[closed-book]")),
            Concepts.some(1));
    runner.awaitFinished(study);
    runner.answers(study);
    runner.control(study, "cancel");
    admin.budget(study, "{\"usd\": 3}");
    nobody.with(KEYS.get("read")).status("POST", "/api/studies/" + study + "/cancel");

    List<JsonNode> entries = entries("?who=" + who);
    assertThat(entries.stream().map(entry -> entry.path("action").asText()))
        .containsExactly(
            "study.cancelled", "answers.exported", "study.submitted", "concepts.stored");
    assertThat(entries.subList(0, 3))
        .allSatisfy(entry -> assertThat(entry.path("subject").asText()).isEqualTo(study));
    assertThat(entries.stream().map(entry -> entry.path("status").asInt()))
        .containsExactly(200, 200, 201, 200);
    assertThat(entries("?subject=" + study).stream().map(entry -> entry.path("action").asText()))
        .containsExactly(
            "study.budget-changed", "study.cancelled", "answers.exported", "study.submitted");

    assertThat(stack.query("select to_jsonb(k)::text from api_key k").toString())
        .doesNotContain(secret, secret.substring(secret.lastIndexOf('_') + 1));
    assertThat(admin.request("/api/keys", Map.of()).body())
        .contains(key.path("id").asText())
        .doesNotContain(secret);
    try (Stream<Path> files = Files.walk(folder.resolve("stack/logs"))) {
      for (Path log : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(log)).as(log.toString()).doesNotContain(secret, CONFIGURED);
      }
    }
  }

  @Test
  void a_key_given_in_the_place_of_its_id_is_revoked_and_not_written_down() {
    String key = made("read", null).path("key").asText();
    admin.delete("/api/keys/" + key);

    assertThat(nobody.with(key).status("GET", "/api/studies")).isEqualTo(UNAUTHORIZED);
    JsonNode entry = admin.read("/api/audit-log?limit=1").at("/items/0");
    assertThat(entry.path("action").asText()).isEqualTo("key.revoked");
    assertThat(key).contains(entry.path("subject").asText());
    assertThat(entry.path("subject").asText()).hasSize(12);
  }

  @Test
  void what_anybody_may_send_is_small() {
    String large = "{\"key\":\"" + "x".repeat(70_000) + "\"}";
    assertThat(nobody.post("/api/session", large).statusCode()).isEqualTo(413);
    assertThat(nobody.post("/api/seats/none", large).body()).contains("at most 64 KiB");
    assertThat(nobody.post("/api/session", "{\"key\":\"x\"}").statusCode()).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void an_entry_of_the_audit_log_stays_as_it_is() throws SQLException {
    made("read", null);
    Database database = stack.local.database();
    for (String change :
        List.of(
            "delete from audit_entry",
            "update audit_entry set who = 'nobody'",
            "update audit_entry set status = 404",
            "truncate audit_entry")) {
      try (Connection owner =
          DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
        assertThatThrownBy(() -> owner.createStatement().execute(change))
            .as(change)
            .hasMessageContaining("entries of the audit log stay as they are");
      }
    }
  }

  private static List<JsonNode> entries(String query) {
    return StreamSupport.stream(
            admin.read("/api/audit-log" + query).path("items").spliterator(), false)
        .toList();
  }

  @Test
  @Timeout(60)
  void a_stream_ends_so_that_its_client_shows_again_who_it_is() {
    JsonNode key = made("read", null);
    Api reader = nobody.with(key.path("key").asText());
    assertThat(reader.status("GET", "/api/events")).isEqualTo(200);

    assertThatThrownBy(() -> reader.request("/api/live", Map.of("Accept", "text/event-stream")))
        .as("read until it is closed")
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void a_browser_is_signed_in_with_a_key_as_long_as_the_key_is_one() {
    JsonNode key = made("read", null);
    HttpResponse<String> signedIn =
        nobody.post("/api/session", "{\"key\":\"%s\"}".formatted(key.path("key").asText()));
    String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .contains("HttpOnly", "SameSite=Strict")
        .doesNotContain(key.path("key").asText());
    Map<String, String> browser = Map.of("Cookie", cookie.substring(0, cookie.indexOf(';')));

    assertThat(nobody.request("/api/studies", browser).statusCode()).isEqualTo(200);
    JsonNode session = Api.json(nobody.request("/api/session", browser).body());
    assertThat(session.path("name").asText()).isEqualTo("for read");
    assertThat(session.path("scope").asText()).isEqualTo("read");
    assertThat(session.path("open").asBoolean(true)).isFalse();
    assertThat(nobody.request("/api/keys", browser).statusCode()).isEqualTo(FORBIDDEN);

    admin.delete("/api/keys/" + key.path("id").asText());
    assertThat(nobody.request("/api/studies", browser).statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(nobody.post("/api/session", "{\"key\":\"nonsense\"}").statusCode())
        .isEqualTo(UNAUTHORIZED);
  }
}
