package dev.interact.worker.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interact.chat.Message;
import dev.interact.contracts.Head;
import dev.interact.contracts.Json;
import dev.interact.contracts.Sampling;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.contracts.reply.Usage;
import dev.interact.registry.ModelRegistry;
import dev.interact.worker.garbage.Garbage;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls a server over HTTP that replies as the test says. */
@QuarkusTest
class ModelsTest {
  private static final int MAX_TOKENS = 100;
  private static final String KEY = "sk-not-to-be-told";
  private static final List<Message> CHAT = List.of(Message.of(Message.Role.USER, "Who was it?"));

  @TempDir static Path data;
  private static HttpServer server;
  private static Models models;
  private static volatile Behaviour behaviour;

  private interface Behaviour {
    void reply(HttpExchange exchange) throws IOException, InterruptedException;
  }

  @BeforeAll
  static void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", ModelsTest::reply);
    server.start();
    models =
        new Models(ModelRegistry.read(registry(), Map.of("STUB_KEY", KEY)::get), CallWatch.none());
  }

  private static Path registry() throws IOException {
    String yaml =
        """
        models:
          stub: {base-url: 'http://127.0.0.1:%1$d/v1', model: stub, timeout-seconds: 30, key-env: STUB_KEY}
          hasty: {base-url: 'http://127.0.0.1:%1$d/v1', model: stub, timeout-seconds: 1}
          nowhere: {base-url: 'http://127.0.0.1:%2$d/v1', model: stub}
          nameless: {base-url: 'http://no-such-host.invalid/v1', model: stub}
        """;
    return Files.writeString(
        data.resolve("models.yaml"), yaml.formatted(server.getAddress().getPort(), closedPort()));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static void reply(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      behaviour.reply(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Outcome ask(String model, Behaviour server) {
    behaviour = server;
    Head head = new Head("a", "c", "d", "teacher-1", model, new Sampling(1, MAX_TOKENS, 7));
    Reply.Modelled reply = models.reply("teacher-1", head, CHAT);
    Reply arrived = Json.read(Json.write(reply), Reply.class);
    assertThat(arrived).as("it survives its way").isEqualTo(reply);
    return reply.outcome();
  }

  private static Outcome ask(String model, int status, String body) {
    return ask(
        model,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  private static String completion(String choice, String usage) {
    return "{\"id\":\"x\",\"choices\":[%s],\"usage\":%s}".formatted(choice, usage);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.interact.worker.garbage.Garbage#all")
  void whatever_comes_back_has_an_outcome(Garbage garbage) {
    Outcome outcome = ask("stub", garbage::send);

    assertThat(Json.write(outcome)).asString(StandardCharsets.UTF_8).doesNotContain(KEY);
    assertThat(garbage.outcomes()).contains(name(outcome));
    switch (outcome) {
      case Outcome.Completed completed -> assertThat(completed.text()).isNotBlank();
      case Outcome.Transient passing -> assertReason(passing.reason(), passing.raw());
      case Outcome.Rejected rejected -> assertReason(rejected.reason(), rejected.raw());
      case Outcome.RateLimited limited -> assertReason(limited.reason(), null);
    }
  }

  private static String name(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Completed completed -> "completed";
      case Outcome.RateLimited limited -> "rate-limited";
      case Outcome.Transient passing -> "transient";
      case Outcome.Rejected rejected -> "rejected";
    };
  }

  private static void assertReason(String reason, String raw) {
    assertThat(reason).startsWith("Model 'stub' at ").hasSizeLessThan(500).doesNotContain("\n");
    assertThat(reason)
        .as("not a programming error")
        .doesNotContainPattern("\\((NullP|Class|Index)");
    assertThat(raw == null ? 0 : raw.getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(SafeText.RAW_BYTES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          {"prompt_tokens":7,"completion_tokens":3}  | 7    | 3
          {"prompt_tokens":7,"completion_tokens":0}  | 7    | 0
          {"prompt_tokens":"7","completion_tokens":3}| 7    | 3
          {"prompt_tokens":0,"completion_tokens":0}  | none | none
          {"prompt_tokens":7}                        | none | none
          {"prompt_tokens":-7,"completion_tokens":3} | none | none
          {}                                         | none | none
          null                                       | none | none
          """)
  void what_was_used_is_known_of_every_answer_that_says_it(
      String usage, Integer input, Integer output) {
    Usage expected = input == null ? null : new Usage(input, output);
    String said = "{\"finish_reason\":\"stop\",\"message\":{\"content\":\"me\"}}";

    assertThat(ask("stub", 200, completion(said, usage)))
        .isEqualTo(new Outcome.Completed("me", false, expected, null));
    for (String unsaid :
        List.of(
            "{\"finish_reason\":\"stop\",\"message\":{\"content\":\"\"}}",
            "{\"finish_reason\":\"length\",\"message\":{\"content\":null}}",
            "{\"finish_reason\":\"content_filter\",\"message\":{\"content\":\"m\"}}",
            "")) {
      String body = completion(unsaid, usage);
      switch (ask("stub", 200, body)) {
        case Outcome.Transient(String reason, Usage used, String raw) ->
            assertThat(new Object[] {used, raw}).as(reason).containsExactly(expected, body);
        case Outcome.Rejected(String reason, Usage used, String raw) ->
            assertThat(new Object[] {used, raw}).as(reason).containsExactly(expected, body);
        case Outcome.Completed completed -> throw new AssertionError(completed);
        case Outcome.RateLimited limited -> throw new AssertionError(limited);
      }
    }
  }

  @Test
  void an_error_status_used_nothing_and_the_key_is_taken_out_of_what_it_says() {
    assertThat(ask("stub", 500, "bad key " + KEY))
        .isEqualTo(
            new Outcome.Transient(
                name("stub") + " refused the request (HTTP 500)", Usage.NONE, "bad key ***"));
    assertThat(ask("stub", 403, "bad key " + KEY))
        .isEqualTo(
            new Outcome.Rejected(
                name("stub") + " refused the request (HTTP 403)", Usage.NONE, null));
  }

  private static String name(String alias) {
    return "Model '%s' at http://127.0.0.1:%d/v1".formatted(alias, server.getAddress().getPort());
  }

  @ParameterizedTest
  @CsvSource({"nowhere,the connection was refused", "nameless,its host name is unknown"})
  void a_server_that_is_not_reached_used_nothing(String model, String why) {
    assertThat(ask(model, exchange -> {}))
        .isInstanceOfSatisfying(
            Outcome.Transient.class,
            outcome -> {
              assertThat(outcome.reason()).endsWith("cannot be reached: " + why);
              assertThat(outcome.usage()).isEqualTo(Usage.NONE);
            });
  }

  @Test
  void nobody_knows_what_was_used_when_the_connection_breaks() {
    Outcome closed = ask("stub", HttpExchange::close);
    Outcome cut =
        ask(
            "stub",
            exchange -> {
              exchange.sendResponseHeaders(200, 1000);
              exchange.getResponseBody().write('{');
              exchange.getResponseBody().flush();
            });

    for (Outcome outcome : List.of(closed, cut)) {
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Transient.class, broken -> assertThat(broken.usage()).isNull());
    }
  }

  @Test
  void an_answer_that_dribbles_without_end_is_ended_with_its_connection() throws Exception {
    CompletableFuture<Void> hungUp = new CompletableFuture<>();

    Outcome outcome =
        ask(
            "hasty",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              try {
                dribble(exchange);
              } catch (IOException e) {
                hungUp.complete(null);
              }
            });

    assertThat(outcome)
        .isEqualTo(new Outcome.Transient(name("hasty") + " did not answer in time", null, null));
    hungUp.get(1, TimeUnit.MINUTES);
  }

  private static void dribble(HttpExchange exchange) throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    while (!never.await(20, TimeUnit.MILLISECONDS)) {
      exchange.getResponseBody().write(' ');
      exchange.getResponseBody().flush();
    }
  }

  @Test
  void no_more_than_4_mib_are_read() throws Exception {
    CompletableFuture<Long> written = new CompletableFuture<>();

    Outcome outcome =
        ask(
            "stub",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              written.complete(flood(exchange));
            });

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Transient(
                name("stub") + " answered with more than 4 MiB",
                null,
                "x".repeat(SafeText.RAW_BYTES)));
    assertThat(written.get(1, TimeUnit.MINUTES)).isLessThan(64L * 1024 * 1024);
  }

  private static long flood(HttpExchange exchange) {
    byte[] chunk = "x".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
    for (long sent = 0; ; sent += chunk.length) {
      try {
        exchange.getResponseBody().write(chunk);
      } catch (IOException e) {
        return sent;
      }
    }
  }

  @Test
  void a_text_that_its_tokens_cannot_hold_is_not_passed_on() {
    String most = "y".repeat(64 * MAX_TOKENS + 64 * 1024);
    String usage = "{\"prompt_tokens\":7,\"completion_tokens\":100}";
    String choice = "{\"message\":{\"content\":\"%s\"}}";

    assertThat(ask("stub", 200, completion(choice.formatted(most), usage)))
        .isInstanceOf(Outcome.Completed.class);
    assertThat(ask("stub", 200, completion(choice.formatted(most + "y"), usage)))
        .isInstanceOfSatisfying(
            Outcome.Transient.class,
            outcome -> {
              assertThat(outcome.reason())
                  .endsWith("answered with 71937 bytes, which 100 tokens cannot be");
              assertThat(outcome.usage()).isEqualTo(new Usage(7, 100));
            });
  }

  @Test
  void bytes_that_are_no_utf_8_become_replacement_characters() {
    assertThat(
            ask(
                "stub",
                exchange -> {
                  byte[] bytes =
                      completion("{\"message\":{\"content\":\"a ÿ \\ud83d b\"}}", "null")
                          .getBytes(StandardCharsets.ISO_8859_1);
                  exchange.sendResponseHeaders(200, bytes.length);
                  exchange.getResponseBody().write(bytes);
                }))
        .isEqualTo(new Outcome.Completed("a \uFFFD \uFFFD b", false, null, null));
  }
}
