package dev.interact.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;

/** A person's browser at a seat: it keeps cookies, and remembers all that it was served. */
final class Visitor {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  final Collection<String> served = new ConcurrentLinkedQueue<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private final URI orchestrator;
  private final String seat;

  /**
   * A browser that follows a link.
   *
   * @param link the path of a seat's page
   */
  Visitor(URI orchestrator, String link) {
    this.orchestrator = orchestrator;
    this.seat = "/api" + link.replace("/seat/", "/seats/");
  }

  /** What is to be seen now. */
  JsonNode see() {
    return Api.json(awaited(seat).body());
  }

  /** What is to be seen once it is something else, or after a while. */
  JsonNode seeAfter(JsonNode shown) {
    return Api.json(awaited(seat + "?after=" + shown.path("state").asText()).body());
  }

  /** Whoever runs the services may be starting again. */
  private HttpResponse<String> awaited(String path) {
    return Awaitility.await()
        .atMost(CEILING)
        .ignoreExceptions()
        .until(() -> get(path), response -> response.statusCode() == 200);
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  /** A path as it is, whatever dots and slashes it has. */
  private URI uri(String path) {
    return URI.create(orchestrator.toString().replaceAll("/+$", "") + path);
  }

  HttpResponse<String> ask(String step, String question) {
    return give(Map.of("step", step, "question", question));
  }

  /** Gives choices; null leaves an item open. */
  HttpResponse<String> choose(String step, Integer... choices) {
    Map<String, Object> given = new HashMap<>(Map.of("step", step));
    given.put("choices", Arrays.asList(choices));
    return give(given);
  }

  HttpResponse<String> leave() {
    return send(HttpRequest.newBuilder(uri(seat)).DELETE());
  }

  private HttpResponse<String> give(Map<String, Object> given) {
    try {
      return send(
          HttpRequest.newBuilder(uri(seat))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(given))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      served.add(response.headers().map() + response.body());
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Plays a dialogue to its end, whatever becomes of single requests.
   *
   * @param choices given in every quiz
   */
  void play(List<Integer> choices) {
    JsonNode shown = see();
    while (!shown.path("wanted").asText().equals("done")) {
      String step = shown.path("step").asText();
      switch (shown.path("wanted").asText()) {
        case "ask" -> tried(() -> ask(step, "What of " + step + " by " + seat.hashCode() + "?"));
        case "sheet" -> tried(() -> choose(step, choices.toArray(Integer[]::new)));
        default -> {}
      }
      shown = seeAfter(shown);
    }
  }

  /** A lost answer is no matter: the state says what is to be done. */
  private static void tried(Runnable request) {
    try {
      request.run();
    } catch (UncheckedIOException e) {
      System.out.println("a request of a visitor was lost: " + e.getMessage());
    }
  }
}
