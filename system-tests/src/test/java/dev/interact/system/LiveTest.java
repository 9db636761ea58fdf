package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies are seen while they run. */
class LiveTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final int CONCEPTS = 12;

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack =
        Stack.withModels(
            data, stub.model("steady", stub.answers(Duration.ofMillis(50)), "concurrency: 8"));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static URI uri(String path) {
    return stack.local.orchestrator().resolve(path);
  }

  private static String submit(String name) {
    String file =
        Stack.study(
            name,
            "steady",
            Map.of("conditions", "[closed-book, dynamic]", "turns", "2", "fresh", "true"));
    return stack.api.submit(file, Concepts.some(CONCEPTS));
  }

  @Test
  void a_view_of_a_finished_study_has_the_figures_of_its_summary() {
    String study = submit("seen-after");
    stack.api.awaitFinished(study);
    JsonNode view = stack.api.read("/api/studies/" + study + "/live");
    assertThat(view.path("dialogues").path("finished").asInt()).isEqualTo(2 * CONCEPTS);
    JsonNode line = stack.api.read("/api/live").path("studies").path(study);
    assertThat(line.path("state").asText()).isEqualTo("finished");
    assertThat(line.path("calls")).isEqualTo(view.path("calls"));
    assertThat(stack.api.read("/api/studies/" + study + "/curves?by=domain").path("items"))
        .hasSize(2);
    for (JsonNode cell : stack.api.read("/api/studies/" + study + "/cells").path("items")) {
      JsonNode curve = view.at("/arms").path(cell.path("id").asText()).path("curve");
      assertThat(cell.path("curve")).hasSameSizeAs(curve);
      for (JsonNode point : cell.path("curve")) {
        JsonNode live = curve.path(point.path("turn").asText());
        assertThat(point.path("high").asDouble()).isGreaterThan(point.path("low").asDouble());
        for (String figure : List.of("mean", "low", "high", "n", "items")) {
          assertThat(point.path(figure).asDouble())
              .as(figure)
              .isCloseTo(live.path(figure).asDouble(), within(1e-6));
        }
      }
    }
    for (JsonNode cell : stack.api.summary(study).path("cells")) {
      String condition = cell.path("condition").asText();
      JsonNode arm =
          view.path("arms").properties().stream()
              .map(Map.Entry::getValue)
              .filter(one -> one.path("condition").asText().equals(condition))
              .findFirst()
              .orElseThrow();
      for (JsonNode point : cell.path("curve")) {
        JsonNode live = arm.path("curve").path(point.path("turn").asText());
        assertThat(live.path("mean").asDouble())
            .isCloseTo(point.path("accuracy").asDouble(), within(1e-6));
      }
    }
    try (SseClient client = SseClient.open(uri("/api/studies/" + study + "/live"), null);
        SseClient events = SseClient.open(uri("/api/events"), null)) {
      await().atMost(CEILING).until(() -> !client.messages().isEmpty());
      assertThat(client.response().headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
      assertThat(events.response().statusCode()).isEqualTo(200);
      assertThat(client.messages().getFirst().event()).isEqualTo("view");
      assertThat(client.messages().getFirst().json()).isEqualTo(view);
    }
    try (SseClient none = SseClient.open(uri("/api/studies/none/live"), null)) {
      assertThat(none.response().statusCode()).isEqualTo(404);
    }
  }
}
