package dev.interact.study.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.utils.JsonNodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Words a schema validator's message for the person who wrote the file. */
final class Violation {
  private final ValidationMessage message;
  private final JsonNode schema;
  private final FieldPath path;

  private Violation(ValidationMessage message, JsonNode schemaRoot) {
    this.message = message;
    this.schema = JsonNodes.get(schemaRoot, message.getSchemaLocation().getFragment().getParent());
    this.path = FieldPath.of(message.getInstanceLocation());
  }

  static Schema.Finding of(ValidationMessage message, JsonNode schemaRoot) {
    return new Violation(message, schemaRoot).finding();
  }

  private Schema.Finding finding() {
    return switch (message.getType()) {
      case "additionalProperties" -> at(path.then(message.getProperty()), unknown());
      case "required" -> at(path.then(message.getProperty()), "is missing");
      case "uniqueItems" -> repeated();
      case "type" -> at(path, "must be %s%s".formatted(kind(), found()));
      case "enum" ->
          at(path, "must be one of %s%s".formatted(list(message.getSchemaNode()), found()));
      case "minimum" -> at(path, "must be at least %s%s".formatted(limit(), found()));
      case "maximum" -> at(path, "must be at most %s%s".formatted(limit(), found()));
      case "minItems" -> at(path, "must have at least %s".formatted(entries()));
      case "maxItems" -> at(path, "must have at most %s".formatted(entries()));
      case "minLength" -> at(path, "must not be empty");
      case "pattern" -> at(path, "must be %s%s".formatted(patternInWords(), found()));
      default -> at(path, message.getError());
    };
  }

  private static Schema.Finding at(FieldPath path, String message) {
    return new Schema.Finding(path, message);
  }

  private String unknown() {
    List<String> known = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(known::add);
    return Nearest.to(message.getProperty(), known)
        .map(nearest -> "is not a known field; did you mean '%s'?".formatted(nearest))
        .orElse("is not a known field; known are " + String.join(", ", known));
  }

  private Schema.Finding repeated() {
    Set<JsonNode> seen = new HashSet<>();
    JsonNode items = message.getInstanceNode();
    int index = 0;
    while (seen.add(items.get(index))) {
      index++;
    }
    return at(path.then(index), "is listed before: " + items.get(index).asText());
  }

  private String kind() {
    return switch (message.getSchemaNode().asText()) {
      case "array" -> "a list, as [a, b]";
      case "object" -> "a mapping, as {name: value}";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      default -> "a text";
    };
  }

  private String limit() {
    return message.getSchemaNode().asText();
  }

  private String entries() {
    return limit() + (message.getSchemaNode().asInt() == 1 ? " entry" : " entries");
  }

  /** A schema that has a pattern says in {@code $comment} what it means. */
  private String patternInWords() {
    return schema.path("$comment").asText("as " + message.getSchemaNode().asText());
  }

  private String found() {
    JsonNode node = message.getInstanceNode();
    return switch (node.getNodeType()) {
      case ARRAY -> "; found a list";
      case OBJECT -> "; found a mapping";
      case NULL -> "; found nothing";
      case STRING -> "; found '%s'".formatted(shortened(node.asText()));
      default -> "; found " + node.asText();
    };
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private static String list(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }
}
