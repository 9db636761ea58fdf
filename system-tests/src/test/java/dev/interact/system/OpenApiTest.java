package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the API is that of the API; with {@code -Dopenapi.rewrite} it is written. */
class OpenApiTest {
  private static final Path FILE = Stack.ROOT.resolve("docs/openapi.yaml");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** There are no such letters in a stack that is well, and events do not end. */
  private static final List<String> OF_NOTHING = List.of("/api/dead-letters/{id}", "/api/events");

  /** Parameters that are given a value wherever they are. */
  private static final List<String> GIVEN = List.of("with", "by");

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;
  private static final Map<String, String> KNOWN = new HashMap<>();

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack = Stack.withModels(data, stub.model("told", stub.answers(Duration.ZERO)));
    String study =
        stack.api.submit(
            Stack.study(
                "told", "told", Map.of("conditions", "[closed-book, dynamic]", "turns", "2")),
            Concepts.some(2));
    stack.api.awaitFinished(study);
    stack.api.check(study, "regrade");
    JsonNode cells = stack.api.read("/api/studies/" + study + "/cells").path("items");
    JsonNode dialogue =
        stack.api.read("/api/studies/" + study + "/dialogues").path("items").path(0);
    String id = dialogue.path("id").asText();
    KNOWN.put("study", study);
    KNOWN.put("dialogue", id);
    KNOWN.put("hash", dialogue.path("concept").asText());
    KNOWN.put("key", stack.api.read("/api/dialogues/" + id + "/calls").at("/items/0/key").asText());
    KNOWN.put("kind", "regrade");
    KNOWN.put("role", "teacher");
    KNOWN.put("q", "a");
    KNOWN.put("with", study);
    KNOWN.put("a", cells.path(0).path("id").asText());
    KNOWN.put("b", cells.path(1).path("id").asText());
    KNOWN.put("by", "domain");
    KNOWN.put("secret", secret());
    KNOWN.put("table", "answers");
    KNOWN.put("format", "csv");
  }

  /** Of the seat of a person who will not come. */
  private static String secret() {
    Map<String, String> settings =
        Map.of("conditions", "[dynamic]", "turns", "1", "students", "[human]");
    String study = stack.api.submit(Stack.study("awaited", "told", settings), Concepts.some(1));
    String link = stack.api.seats(study).at("/items/0/link").asText();
    return link.substring(link.lastIndexOf('/') + 1);
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static String served() {
    return stack.api.request("/q/openapi", Map.of("Accept", "application/yaml")).body();
  }

  @Test
  void the_file_is_what_the_orchestrator_says() throws IOException {
    if (Boolean.getBoolean("openapi.rewrite")) {
      Files.writeString(FILE, served());
    }
    assertThat(Files.readString(FILE))
        .as("the API has changed: run this test with -Dopenapi.rewrite=true")
        .isEqualTo(served());
  }

  /** What clients are made of it calls its methods by these. */
  @Test
  void every_request_has_a_name_of_its_own() throws IOException {
    assertThat(YAML.readTree(served()).path("paths").findValuesAsText("operationId"))
        .hasSizeGreaterThan(40)
        .doesNotHaveDuplicates();
  }

  @Test
  void every_answer_is_as_described() throws IOException {
    JsonNode api = YAML.readTree(served());
    List<String> wrong = new ArrayList<>();
    int validated = 0;
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      JsonNode operation = path.getValue().path("get");
      JsonNode schema = operation.at("/responses/200/content/application~1json/schema");
      if (operation.isMissingNode() || OF_NOTHING.contains(path.getKey())) {
        continue;
      }
      HttpResponse<String> answer = stack.api.request(filled(path.getKey(), operation), Map.of());
      if (answer.statusCode() != 200 && schema.isObject()) {
        wrong.add("%s: HTTP %d %s".formatted(path.getKey(), answer.statusCode(), answer.body()));
      } else if (schema.isObject()) {
        validated++;
        problems(api, schema, Api.json(answer.body()))
            .forEach(problem -> wrong.add(path.getKey() + ": " + problem));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(validated).isGreaterThan(15);
  }

  private static String filled(String path, JsonNode operation) {
    String id = path.startsWith("/api/dialogues") ? KNOWN.get("dialogue") : KNOWN.get("study");
    String filled = path.replace("{id}", id);
    for (String name : List.of("hash", "key", "kind", "secret", "table", "format")) {
      filled = filled.replace("{" + name + "}", KNOWN.get(name));
    }
    List<String> query = new ArrayList<>();
    boolean compares = path.endsWith("/comparison");
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.path("name").asText();
      boolean isAsked =
          GIVEN.contains(name)
              || compares
              || path.endsWith("/search") && name.equals("q")
              || path.equals("/api/seats") && name.equals("study")
              || path.equals("/api/demand") && name.equals("role");
      if (parameter.path("in").asText().equals("query") && isAsked && KNOWN.containsKey(name)) {
        query.add(name + "=" + URLEncoder.encode(KNOWN.get(name), StandardCharsets.UTF_8));
      }
    }
    return query.isEmpty() ? filled : filled + "?" + String.join("&", query);
  }

  private static List<String> problems(JsonNode api, JsonNode schema, JsonNode answer) {
    ObjectNode whole = YAML.createObjectNode();
    whole.set("components", api.path("components"));
    whole.putArray("allOf").add(schema);
    return StreamSupport.stream(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(whole)
                .validate(answer)
                .spliterator(),
            false)
        .map(Object::toString)
        .toList();
  }
}
