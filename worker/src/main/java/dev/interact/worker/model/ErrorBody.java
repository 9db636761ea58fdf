package dev.interact.worker.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;

/**
 * The error that a provider describes in a body, {@code {"error": {…}}} as OpenAI has it.
 *
 * @param code its code or else its type; empty where it has none
 * @param message empty where it has none
 */
record ErrorBody(String code, String message) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_TEXT = 300;

  /** Reads whatever a body says of an error; never fails. */
  static ErrorBody of(String body) {
    JsonNode error = error(body);
    return new ErrorBody(
        error.path("code").asText(error.path("type").asText("")),
        error.path("message").asText(error.asText("")));
  }

  private static JsonNode error(String body) {
    try {
      return JSON.readTree(body).path("error");
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  /** One line for people, empty where nothing is said. */
  String text() {
    String words =
        Stream.of(code, message)
            .filter(w -> !w.isBlank())
            .reduce((a, b) -> a + ": " + b)
            .orElse("")
            .replaceAll("\\p{Cntrl}+", " ");
    return SafeText.wellFormed(
        words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) + "…" : words);
  }

  ErrorBody withoutMessage() {
    return new ErrorBody(code, "");
  }
}
