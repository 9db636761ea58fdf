package dev.interact.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.preparation.order.PreparationOrder;
import dev.interact.preparation.recipe.RecipeFiles;
import dev.interact.study.Concept;
import dev.interact.study.StudyFile;
import dev.interact.study.Submission;
import dev.interact.study.file.StudyFiles;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.prompt.Prompts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The orchestrator's REST API, as any program would use it. */
final class Api {
  private static final Duration CEILING = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI orchestrator;
  private final String key;

  Api(URI orchestrator) {
    this(orchestrator, null);
  }

  private Api(URI orchestrator, String key) {
    this.orchestrator = orchestrator;
    this.key = key;
  }

  /** The same, for who has a key. */
  Api with(String otherKey) {
    return new Api(orchestrator, otherKey);
  }

  /** Uploads concepts, hands in a study, and gives its id. */
  String submit(String yaml, List<Concept> concepts) {
    post("/api/concepts", write(concepts));
    return post("/api/studies", write(submission(yaml, concepts))).path("id").asText();
  }

  /** A study as it is handed in. */
  static Submission submission(String yaml, List<Concept> concepts) {
    StudyFile study = StudyFiles.read(yaml, "test.yaml");
    return new Submission(
        yaml, study, concepts.stream().map(Concept::hash).toList(), prompts(concepts), "tester");
  }

  private static Map<String, PromptSet> prompts(List<Concept> concepts) {
    Prompts prompts = Prompts.load(Optional.empty());
    Map<String, PromptSet> sets = new HashMap<>();
    sets.put(PromptSet.GENERAL, prompts.forDomain(PromptSet.GENERAL));
    concepts.forEach(concept -> sets.put(concept.domain(), prompts.forDomain(concept.domain())));
    return sets;
  }

  /** Uploads material, hands in a preparation, and gives its id. */
  String prepare(String recipe, List<Concept> material) {
    post("/api/concepts", write(material));
    return post("/api/preparations", write(order(recipe, material))).path("id").asText();
  }

  /** A preparation as it is handed in. */
  static PreparationOrder order(String recipe, List<Concept> material) {
    return new PreparationOrder(
        recipe,
        RecipeFiles.read(recipe, "test.yaml"),
        material.stream().map(Concept::hash).toList(),
        prompts(material),
        "tester");
  }

  /** Uploads a raw file. */
  JsonNode upload(String name, String domain, byte[] content) {
    return json(
        send(
            to("/api/material?name=%s&domain=%s"
                    .formatted(
                        URLEncoder.encode(name, StandardCharsets.UTF_8),
                        URLEncoder.encode(domain, StandardCharsets.UTF_8)))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build()));
  }

  /** What has become of the concepts of a preparation that are over. */
  List<JsonNode> made(String preparation) {
    return get("/api/preparations/" + preparation + "/concepts").lines().map(Api::json).toList();
  }

  /** What a study would take. */
  JsonNode plan(String yaml, List<Concept> concepts) {
    post("/api/concepts", write(concepts));
    return post("/api/plans", write(submission(yaml, concepts)));
  }

  /**
   * Has a study's recording checked ({@code replay} or {@code regrade}) and gives what was found.
   */
  JsonNode check(String study, String kind) {
    post("/api/studies/" + study + "/" + kind, new byte[0]);
    Supplier<JsonNode> status = () -> json(get("/api/studies/" + study + "/checks/" + kind));
    Awaitility.await()
        .atMost(CEILING)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !status.get().path("state").asText().equals("running"));
    return status.get();
  }

  JsonNode status(String study) {
    return json(get("/api/studies/" + study));
  }

  JsonNode awaitFinished(String study) {
    try {
      Awaitility.await()
          .atMost(CEILING)
          .pollInterval(Duration.ofMillis(100))
          .ignoreExceptions()
          .until(() -> status(study).path("state").asText().equals("finished"));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("the study did not finish: " + status(study), e);
    }
    return status(study);
  }

  /** Waits until a cap has paused it. */
  void awaitCapped(String study) {
    Awaitility.await()
        .atMost(CEILING)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                status(study).path("state").asText().equals("paused")
                    && status(study).path("reason").isTextual());
  }

  /** Waits until a number of dialogues is over. */
  void awaitOver(String study, int dialogues) {
    Awaitility.await()
        .atMost(CEILING)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(() -> status(study).path("dialogues").path("finished").asInt() >= dialogues);
  }

  /** Waits until a number of steps is done. */
  void awaitAnswered(String study, int steps) {
    Awaitility.await()
        .atMost(CEILING)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(() -> status(study).path("calls").path("done").asInt() >= steps);
  }

  void pause(String study) {
    control(study, "pause");
  }

  void retry(String study) {
    control(study, "retry");
  }

  void resume(String study) {
    control(study, "resume");
  }

  /** Asks something of a study; gives its status then. */
  JsonNode control(String study, String wish) {
    return post("/api/studies/" + study + "/" + wish, new byte[0]);
  }

  /** Sets what a study may spend, as JSON. */
  void budget(String study, String caps) {
    put("/api/studies/" + study + "/budget", caps);
  }

  /** Puts some JSON somewhere. */
  void put(String path, String json) {
    send(
        to(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /** Deletes what is somewhere. */
  void delete(String path) {
    send(to(path).DELETE().build());
  }

  String answers(String study) {
    return get("/api/studies/" + study + "/answers");
  }

  String transcripts(String study) {
    return get("/api/studies/" + study + "/dialogues");
  }

  String preferences(String study) {
    return get("/api/studies/" + study + "/preferences");
  }

  JsonNode summary(String study) {
    return json(get("/api/studies/" + study + "/summary"));
  }

  /** The seats of a study's people. */
  JsonNode seats(String study) {
    return json(get("/api/seats?study=" + study));
  }

  JsonNode deadLetters() {
    return json(get("/api/dead-letters")).path("items");
  }

  JsonNode workers() {
    return json(get("/api/workers"));
  }

  /** Reads anything as JSON. */
  JsonNode read(String path) {
    return json(request(path, Map.of()).body());
  }

  /** Reads anything that is JSON, and says how that went. */
  HttpResponse<String> request(String path, Map<String, String> headers) {
    HttpRequest.Builder request = to(path).header("Accept", "application/json");
    headers.forEach(request::setHeader);
    return exchange(request.GET().build());
  }

  /** Sends JSON, and says how that went. */
  HttpResponse<String> post(String path, String body) {
    return exchange(
        to(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Asks for anything, and says with which status it was answered. */
  int status(String method, String path) {
    HttpRequest request =
        to(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      response.body().close();
      return response.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder to(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(orchestrator.resolve(path));
    return key == null ? request : request.header("Authorization", "Bearer " + key);
  }

  private String get(String path) {
    return send(to(path).GET().build());
  }

  private JsonNode post(String path, byte[] body) {
    return json(
        send(
            to(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build()));
  }

  private String send(HttpRequest request) {
    HttpResponse<String> response = exchange(request);
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          "%s gave HTTP %d: %s".formatted(request.uri(), response.statusCode(), response.body()));
    }
    return response.body();
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] write(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
