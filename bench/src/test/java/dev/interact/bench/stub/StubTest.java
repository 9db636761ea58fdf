package dev.interact.bench.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.contracts.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubTest {
  private static final int CALLS = 300;
  private static final Latency LATENCY = Latency.fixed(100);

  private static Stub stub;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    stub = Stub.start();
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterAll
  static void stop() {
    client.close();
    stub.close();
  }

  private static CompletableFuture<HttpResponse<byte[]>> ask(byte[] body) {
    return ask(stub, body);
  }

  private static CompletableFuture<HttpResponse<byte[]>> ask(Stub asked, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(asked.api() + "/chat/completions"))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return client.sendAsync(request, BodyHandlers.ofByteArray());
  }

  private static byte[] chat(String model, String lastMessage) {
    var message = Map.of("role", "user", "content", lastMessage);
    return Json.write(Map.of("model", model, "messages", List.of(message)));
  }

  private static JsonNode completion(String lastMessage) {
    return Json.read(ask(chat(LATENCY.model(), lastMessage)).join().body(), JsonNode.class);
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
    assertThat(ask(chat("gpt-4o", "Who?")).join().statusCode()).isEqualTo(400);
  }

  @Test
  void many_calls_at_once_wait_side_by_side_and_are_written_down() {
    Latency latency = Latency.fixed(150);
    byte[] body = chat(latency.model(), "Who?");
    var answers = IntStream.range(0, CALLS).mapToObj(i -> ask(body)).toList();

    assertThat(answers).allSatisfy(each -> assertThat(each.join().statusCode()).isEqualTo(200));
    Traffic traffic = stub.traffic(latency, 0);
    assertThat(traffic.arrivals()).hasSize(CALLS);
    assertThat(traffic.departures()).hasSize(CALLS);
    assertThat(traffic.mostAtOnce()).isBetween(2, CALLS);
    assertThat(traffic.departures()[0] - traffic.arrivals()[0])
        .isGreaterThanOrEqualTo(latency.median() * 1_000 - 1_000);
  }

  @Test
  void each_model_takes_as_long_as_its_id_says_and_has_times_of_its_own() {
    Latency quick = Latency.fixed(1);
    Latency slow = Latency.fixed(250);
    int before = stub.answered();
    ask(chat(quick.model(), "Who?")).join();
    ask(chat(slow.model(), "Who?")).join();

    assertThat(stub.answered()).isEqualTo(before + 2);
    assertThat(stub.traffic(quick, 0).arrivals()).hasSize(1);
    assertThat(duration(stub.traffic(slow, 0))).isGreaterThanOrEqualTo(249_000);
    long last = stub.traffic(slow, 0).departures()[0];
    assertThat(stub.traffic(slow, last + 1).departures()).isEmpty();
  }

  private static long duration(Traffic one) {
    return one.departures()[0] - one.arrivals()[0];
  }

  @Test
  void what_is_said_can_be_read_again(@TempDir Path folder) {
    Path log = folder.resolve("said.jsonl");
    try (Stub listening = Stub.listening(log)) {
      String first = say(listening, "What is it about?");
      say(listening, "1. Why?\nA) so\nB) not so\n");

      List<Exchange> said = ExchangeLog.read(log, 0);
      assertThat(said).hasSize(2);
      assertThat(said.getFirst().answer()).isEqualTo(first);
      assertThat(said.getFirst().answerMark()).isPresent();
      assertThat(said.getFirst().quiz()).isEmpty();
      assertThat(said.getLast().answerMark()).isEmpty();
      assertThat(said.getLast().quiz()).contains("A) so\nB) not so\n");
      assertThat(said.getFirst().messages())
          .containsExactly(new Exchange.Message("user", "What is it about?"));
      assertThat(ExchangeLog.read(log, said.getLast().arrived())).containsExactly(said.getLast());
    }
  }

  private static String say(Stub listening, String text) {
    byte[] answer = ask(listening, chat(LATENCY.model(), text)).join().body();
    return Json.read(answer, JsonNode.class).at("/choices/0/message/content").asText();
  }
}
