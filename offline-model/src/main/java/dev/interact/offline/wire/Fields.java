package dev.interact.offline.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of a JSON body, and names the one that is wrong. A null counts as absent. */
record Fields(JsonNode body) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Fields parse(String json) {
    try {
      JsonNode body = MAPPER.readTree(json);
      if (body != null && body.isObject()) {
        return new Fields(body);
      }
    } catch (JsonProcessingException notJson) {
      throw OpenAiError.badRequest("The body of the request is not valid JSON.", null);
    }
    throw OpenAiError.badRequest("The body of the request must be a JSON object.", null);
  }

  boolean has(String name) {
    return body.hasNonNull(name);
  }

  JsonNode get(String name) {
    return body.path(name);
  }

  String text(String name) {
    if (!get(name).isTextual()) {
      throw OpenAiError.badRequest("'" + name + "' is required and must be a string.", name);
    }
    return get(name).asText();
  }

  boolean flag(String name) {
    if (has(name) && !get(name).isBoolean()) {
      throw OpenAiError.badRequest("'" + name + "' must be true or false.", name);
    }
    return get(name).asBoolean(false);
  }

  long integer(String name, long least, long most, long fallback) {
    if (!has(name)) {
      return fallback;
    }
    JsonNode value = get(name);
    if (!value.canConvertToExactIntegral()
        || !value.canConvertToLong()
        || value.asLong() < least
        || value.asLong() > most) {
      throw OpenAiError.badRequest(
          "'" + name + "' must be an integer from " + least + " to " + most + ".", name);
    }
    return value.asLong();
  }

  double number(String name, double least, double most, double fallback) {
    if (!has(name)) {
      return fallback;
    }
    JsonNode value = get(name);
    if (!value.isNumber() || value.asDouble() < least || value.asDouble() > most) {
      throw OpenAiError.badRequest(
          "'" + name + "' must be a number from " + least + " to " + most + ".", name);
    }
    return value.asDouble();
  }

  /** One string or an array of them. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    JsonNode value = get(name);
    for (JsonNode text :
        value.isArray() ? value : has(name) ? List.of(value) : List.<JsonNode>of()) {
      if (!text.isTextual() || text.asText().isEmpty()) {
        throw OpenAiError.badRequest("'" + name + "' must hold strings that are not empty.", name);
      }
      texts.add(text.asText());
    }
    return texts;
  }
}
