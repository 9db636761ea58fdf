package dev.interact.offline.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.offline.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills a JSON schema from a reply: an array gets one element an item or sentence, a property the
 * value its name asks for (letter, number, question, text), a numbered property its item's answer.
 * What is left of the schema (pattern, enum, bounds) picks among the values that would do.
 */
public final class SchemaAnswer {

  private static final int DEEPEST = 32;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode root;
  private int depth;

  private SchemaAnswer(JsonNode root) {
    this.root = root;
  }

  /**
   * A document that is valid against the schema.
   *
   * @throws UnsatisfiableSchema when the reply has nothing that fits, or for keywords not supported
   */
  public static JsonNode of(Reply reply, JsonNode schema) {
    return new SchemaAnswer(schema).fill(schema, Source.of(reply), "");
  }

  private JsonNode fill(JsonNode schema, Source source, String name) {
    if (++depth > DEEPEST) {
      throw new UnsatisfiableSchema(
          "The schema is nested or recursive beyond " + DEEPEST + " levels.");
    }
    try {
      return fillLevel(schema, source, name);
    } finally {
      depth--;
    }
  }

  private JsonNode fillLevel(JsonNode schema, Source source, String name) {
    for (String keyword : List.of("allOf", "not", "if", "prefixItems", "contains", "format")) {
      if (schema.has(keyword)) {
        throw cannot(name, "the keyword '" + keyword + "' is not supported");
      }
    }
    if (schema.has("$ref")) {
      String pointer = schema.get("$ref").asText();
      if (!pointer.startsWith("#")) {
        throw cannot(name, "only references into the schema itself are followed");
      }
      return fill(root.at(pointer.substring(1)), source, name);
    }
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("enum")) {
      return pick(schema.get("enum"), source, name);
    }
    return schema.has("anyOf") || schema.has("oneOf")
        ? fillAny(schema.has("anyOf") ? schema.get("anyOf") : schema.get("oneOf"), source, name)
        : fillType(schema, source, name);
  }

  private JsonNode fillAny(JsonNode alternatives, Source source, String name) {
    for (JsonNode alternative : alternatives) {
      try {
        return fill(alternative, source, name);
      } catch (UnsatisfiableSchema tryTheNext) {
        continue;
      }
    }
    throw cannot(name, "no alternative fits");
  }

  private JsonNode fillType(JsonNode schema, Source source, String name) {
    JsonNode declared = schema.path("type");
    String type = declared.isArray() ? declared.path(0).asText() : declared.asText();
    return switch (type) {
      case "object" -> object(schema, source);
      case "array" -> array(schema, source, name);
      case "integer", "number" -> number(schema, source, name);
      case "boolean" -> NODES.booleanNode(source.truth(name));
      case "null" -> NODES.nullNode();
      case "string", "" ->
          schema.has("properties") ? object(schema, source) : string(schema, source, name);
      default -> throw cannot(name, "the type '" + type + "' is unknown");
    };
  }

  private JsonNode object(JsonNode schema, Source source) {
    ObjectNode object = NODES.objectNode();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (var property : schema.path("properties").properties()) {
      String name = property.getKey();
      try {
        object.set(name, fill(property.getValue(), source.named(name).orElse(source), name));
      } catch (UnsatisfiableSchema cause) {
        if (required.contains(name)) {
          throw cause;
        }
      }
    }
    if (object.isEmpty() && schema.path("additionalProperties").isObject()) {
      fillMap(object, schema.get("additionalProperties"), source);
    }
    for (String name : required) {
      if (!object.has(name)) {
        object.set(name, string(NODES.objectNode(), source, name));
      }
    }
    return object;
  }

  private void fillMap(ObjectNode object, JsonNode valueSchema, Source source) {
    List<Source> parts = source.parts();
    for (int i = 0; i < parts.size(); i++) {
      String key = parts.get(i).strings("number").getFirst();
      object.set(
          source instanceof Source.OfText ? String.valueOf(i + 1) : key,
          fill(valueSchema, parts.get(i), ""));
    }
  }

  private ArrayNode array(JsonNode schema, Source source, String name) {
    ArrayNode array = NODES.arrayNode();
    source.parts().stream()
        .limit(schema.path("maxItems").asInt(Integer.MAX_VALUE))
        .forEach(part -> array.add(fill(schema.path("items"), part, singular(name))));
    if (array.size() < schema.path("minItems").asInt(0)) {
      throw cannot(name, "there are only " + array.size() + " elements to give");
    }
    return array;
  }

  private JsonNode string(JsonNode schema, Source source, String name) {
    int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    return source.strings(name).stream()
        .map(text -> text.length() > longest ? text.substring(0, longest) : text)
        .filter(text -> text.length() >= schema.path("minLength").asInt(0))
        .filter(text -> matches(text, schema.path("pattern").asText("")))
        .findFirst()
        .map(NODES::textNode)
        .orElseThrow(() -> cannot(name, "no text of the answer fits"));
  }

  private static boolean matches(String text, String pattern) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException cause) {
      throw new UnsatisfiableSchema("The pattern '" + pattern + "' is no regular expression.");
    }
  }

  private JsonNode number(JsonNode schema, Source source, String name) {
    double least = schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
    double most = schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
    IntStream bounds =
        Stream.of("minimum", "maximum").filter(schema::has).mapToInt(b -> schema.get(b).asInt());
    return IntStream.concat(source.numbers(name).stream().mapToInt(n -> n), bounds)
        .filter(number -> number >= least && number <= most)
        .mapToObj(NODES::numberNode)
        .findFirst()
        .orElseThrow(() -> cannot(name, "no number of the answer fits"));
  }

  /** An enumerated value that the answer names, or else the first. */
  private static JsonNode pick(JsonNode values, Source source, String name) {
    List<String> wanted = new ArrayList<>(source.strings(name));
    source.numbers(name).forEach(number -> wanted.add(String.valueOf(number)));
    for (String text : wanted) {
      for (JsonNode value : values) {
        if (value.asText().equals(text)) {
          return value;
        }
      }
    }
    if (values.isEmpty() || source instanceof Source.OfChoice) {
      throw cannot(name, "no enumerated value fits the answer");
    }
    return values.get(0);
  }

  private static String singular(String name) {
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  private static UnsatisfiableSchema cannot(String name, String cause) {
    String place = name.isEmpty() ? "the schema" : "'" + name + "'";
    return new UnsatisfiableSchema("The offline model cannot fill " + place + ": " + cause + ".");
  }
}
