package dev.interact.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the resources of KEDA and CloudNativePG may have, by the definitions (CRDs) that their
 * projects install. They are kept here without their descriptions; README.md beside them says of
 * which versions, and how to bring others.
 */
final class Definitions {
  private static final Path FOLDER = Path.of("src/test/resources/definitions");
  private static final List<String> TYPES =
      List.of(
          "keda.sh/v1alpha1/ScaledObject",
          "keda.sh/v1alpha1/TriggerAuthentication",
          "postgresql.cnpg.io/v1/Cluster");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Map<String, JsonSchema> SCHEMAS = new TreeMap<>();

  static {
    TYPES.forEach(type -> SCHEMAS.put(type, schema(read(type))));
  }

  private Definitions() {}

  static boolean knows(String type) {
    return SCHEMAS.containsKey(type);
  }

  /** What is wrong with a resource of a known type; empty if nothing is. */
  static Optional<String> problem(String type, JsonNode resource) {
    String problems =
        SCHEMAS.get(type).validate(resource).stream()
            .map(ValidationMessage::getMessage)
            .collect(Collectors.joining("; "));
    return problems.isEmpty() ? Optional.empty() : Optional.of(type + " " + problems);
  }

  private static String file(String type) {
    return type.replace('/', '_') + ".json";
  }

  private static JsonNode read(String type) {
    try (InputStream file = Definitions.class.getResourceAsStream("/definitions/" + file(type))) {
      return JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonSchema schema(JsonNode definition) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(strict(definition));
  }

  /** An API server passes over fields that it does not know; here they are an error. */
  private static JsonNode strict(JsonNode node) {
    node.forEach(Definitions::strict);
    if (node instanceof ObjectNode schema
        && schema.path("properties").isObject()
        && !schema.has("additionalProperties")
        && !schema.has("x-kubernetes-preserve-unknown-fields")) {
      schema.put("additionalProperties", false);
    }
    return node;
  }

  /** Takes the definitions from a folder of CRDs as their project has them. */
  static void rewrite(Path crds) throws IOException {
    List<Path> files;
    try (var all = Files.list(crds)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
    for (Path file : files) {
      JsonNode spec = YAML.readTree(file.toFile()).path("spec");
      for (JsonNode version : spec.path("versions")) {
        String type =
            "%s/%s/%s"
                .formatted(
                    spec.path("group").asText(),
                    version.path("name").asText(),
                    spec.at("/names/kind").asText());
        if (TYPES.contains(type)) {
          JsonNode schema = withoutDescriptions(version.at("/schema/openAPIV3Schema"));
          Files.write(FOLDER.resolve(file(type)), JSON.writeValueAsBytes(schema));
        }
      }
    }
  }

  private static JsonNode withoutDescriptions(JsonNode node) {
    node.forEach(Definitions::withoutDescriptions);
    if (node instanceof ObjectNode schema && schema.path("description").isTextual()) {
      schema.remove("description");
    }
    return node;
  }
}
