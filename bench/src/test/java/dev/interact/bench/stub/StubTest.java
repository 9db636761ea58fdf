package dev.interact.bench.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.contracts.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StubTest {
  private static final Duration CEILING = Duration.ofMinutes(1);
  private static final int CALLS = 300;
  private static final double LATENCY_MILLIS = 100;

  private static Stub stub;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    stub = Stub.start(Latency.fixed(LATENCY_MILLIS));
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterAll
  static void stop() {
    client.close();
    stub.close();
  }

  private static CompletableFuture<HttpResponse<byte[]>> ask(byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stub.api() + "/chat/completions"))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return client.sendAsync(request, BodyHandlers.ofByteArray());
  }

  private static JsonNode completion(String lastMessage) {
    var message = Map.of("role", "user", "content", lastMessage);
    byte[] body = Json.write(Map.of("model", "stub", "messages", List.of(message)));
    return Json.read(ask(body).join().body(), JsonNode.class);
  }

  private static String answer(String lastMessage) {
    return completion(lastMessage).at("/choices/0/message/content").asText();
  }

  @Test
  void a_quiz_is_answered_with_a_letter_for_each_item() {
    assertThat(answer("1. Why?\nA) so\nB) not so\n2. Who?\nA) he\nB) she\n"))
        .isEqualTo("1. B\n2. C\n");
  }

  @Test
  void anything_else_is_answered_with_a_sentence_that_depends_on_it_alone() {
    assertThat(answer("What is it about?"))
        .isEqualTo(answer("What is it about?"))
        .isNotEqualTo(answer("Who is in it?"))
        .endsWith(".");
  }

  @Test
  void tokens_are_counted() {
    JsonNode usage = completion("What is it about?").path("usage");

    assertThat(usage.path("prompt_tokens").asInt()).isPositive();
    assertThat(usage.path("completion_tokens").asInt()).isPositive();
  }

  @Test
  void what_is_no_chat_request_is_refused() {
    assertThat(ask("{".getBytes()).join().statusCode()).isEqualTo(400);
  }

  @Test
  void many_calls_at_once_wait_side_by_side_and_are_written_down() {
    try (Stub other = Stub.start(Latency.fixed(LATENCY_MILLIS));
        HttpClient many = HttpClient.newHttpClient()) {
      byte[] body = Json.write(Map.of("messages", List.of()));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(other.api() + "/chat/completions"))
              .POST(BodyPublishers.ofByteArray(body))
              .build();
      var answers =
          IntStream.range(0, CALLS)
              .mapToObj(i -> many.sendAsync(request, BodyHandlers.discarding()))
              .toList();

      await().atMost(CEILING).until(() -> other.answered() == CALLS);

      assertThat(answers).allSatisfy(each -> assertThat(each.join().statusCode()).isEqualTo(200));
      Traffic traffic = other.traffic();
      assertThat(traffic.arrivals()).hasSize(CALLS);
      assertThat(traffic.departures()).hasSize(CALLS);
      assertThat(traffic.mostAtOnce()).isBetween(2, CALLS);
      assertThat(traffic.departures()[0] - traffic.arrivals()[0])
          .isGreaterThanOrEqualTo((long) (LATENCY_MILLIS * 1_000) - 1_000);
    }
  }
}
