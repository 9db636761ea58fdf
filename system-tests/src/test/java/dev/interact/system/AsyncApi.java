package dev.interact.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What {@code docs/asyncapi.yaml} says of events. */
final class AsyncApi {
  static final Path FILE = Stack.ROOT.resolve("docs/asyncapi.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;
  private final Map<String, JsonSchema> payloads = new HashMap<>();

  private AsyncApi(JsonNode document) {
    this.document = document;
    for (var message : messages().properties()) {
      payloads.put(message.getValue().path("name").asText(), payload(message.getKey()));
    }
  }

  static AsyncApi read() {
    try {
      return new AsyncApi(new ObjectMapper(new YAMLFactory()).readTree(FILE.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonSchema payload(String message) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$ref", "#/components/messages/" + message + "/payload");
    schema.set("components", document.path("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
  }

  JsonNode document() {
    return document;
  }

  ObjectNode messages() {
    return (ObjectNode) document.at("/components/messages");
  }

  /** The types of events that it has a message for. */
  Set<String> types() {
    return new TreeSet<>(payloads.keySet());
  }

  /** What is wrong with an event. */
  List<String> problems(String event) {
    try {
      JsonNode json = JSON.readTree(event);
      JsonSchema payload = payloads.get(json.path("type").asText());
      return payload == null
          ? List.of("no such type: " + event)
          : payload.validate(json).stream().map(problem -> problem + " in " + event).toList();
    } catch (JsonProcessingException e) {
      return List.of(e + " in " + event);
    }
  }
}
