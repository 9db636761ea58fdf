package dev.interact.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.cli.CommandFailed;
import dev.interact.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Speaks HTTP to an orchestrator. One that has answered once is waited for when it does not: every
 * request of its API may be repeated.
 */
final class Http {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int LARGEST_PAGE = 500;
  private static final Set<Integer> TEMPORARY = Set.of(502, 503, 504);

  private final URI base;
  private final Optional<String> key;
  private final Consumer<String> told;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private boolean hasAnswered;

  Http(URI base, Optional<String> key, Consumer<String> told) {
    this.base = base;
    this.key = key;
    this.told = told;
  }

  /** Takes the body of an answer; may be called again if the connection breaks. */
  interface BodyReader<T> {
    T read(InputStream body) throws IOException;
  }

  <T> T get(String path, BodyReader<T> reader) {
    return exchange(request(path).GET().build(), reader);
  }

  /** All entries of a list that comes in pages. */
  <T> List<T> all(String path, Class<T> type) {
    List<T> all = new ArrayList<>();
    JsonNode page;
    String cursor = "";
    do {
      String asked = "%s?limit=%d%s".formatted(path, LARGEST_PAGE, cursor);
      page = get(asked, body -> Json.read(body.readAllBytes(), JsonNode.class));
      page.path("items").forEach(item -> all.add(Json.read(Json.write(item), type)));
      cursor = "&cursor=" + part(page.path("next").asText());
    } while (page.path("next").isTextual());
    return all;
  }

  byte[] post(String path, BodyPublisher body) {
    return send("POST", path, body);
  }

  byte[] put(String path, Object body) {
    return send("PUT", path, BodyPublishers.ofByteArray(Json.write(body)));
  }

  byte[] delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  private byte[] send(String method, String path, BodyPublisher body) {
    HttpRequest request =
        request(path).header("Content-Type", "application/json").method(method, body).build();
    return exchange(request, InputStream::readAllBytes);
  }

  /** A name as a part of a path. */
  static String part(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER);
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request;
  }

  private <T> T exchange(HttpRequest request, BodyReader<T> reader) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        return attempt(request, reader);
      } catch (IOException e) {
        if (!hasAnswered || System.nanoTime() > deadline) {
          throw unreachable(e);
        }
        if (pause.equals(FIRST_PAUSE)) {
          told.accept(
              "%s does not answer (%s) Trying again for 5 minutes.".formatted(base, reason(e)));
        }
        sleep(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  private <T> T attempt(HttpRequest request, BodyReader<T> reader) throws IOException {
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (TEMPORARY.contains(response.statusCode())) {
          throw new IOException(
              ApiProblem.of(response.statusCode(), body.readAllBytes()).getMessage());
        }
        hasAnswered = true;
        if (response.statusCode() >= 300) {
          throw ApiProblem.of(response.statusCode(), body.readAllBytes());
        }
        return reader.read(body);
      }
    } catch (InterruptedException e) {
      throw new Interrupted();
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() + "." : e.getMessage();
  }

  private CommandFailed unreachable(IOException e) {
    return CommandFailed.noStack("No orchestrator answers at %s.".formatted(base), e);
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      throw new Interrupted();
    }
  }
}
