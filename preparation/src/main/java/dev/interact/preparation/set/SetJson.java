package dev.interact.preparation.set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.study.input.InvalidField;

/** JSON as a data set has it: the same bytes for the same content, on any machine. */
final class SetJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();
  private static final ObjectMapper SORTING =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);

  private SetJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static <T extends JsonNode> T tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Reads a value that is written with its fields in any order. */
  static <T> T value(JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new InvalidField(type.getSimpleName(), "cannot be read: " + e.getOriginalMessage());
    }
  }

  /** On one line. */
  static byte[] line(JsonNode tree) {
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a tree can be written", e);
    }
  }

  /** Laid out for people, and a line end. */
  static byte[] page(JsonNode tree) {
    try {
      return (MAPPER.writer(PRETTY).writeValueAsString(tree) + "\n")
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a tree can be written", e);
    }
  }

  /** The same with the fields sorted at every depth. */
  static JsonNode sorted(JsonNode tree) {
    try {
      return SORTING.readTree(SORTING.writeValueAsBytes(tree));
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException("a tree can be written and read", e);
    }
  }
}
