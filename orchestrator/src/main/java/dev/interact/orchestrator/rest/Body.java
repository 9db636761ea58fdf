package dev.interact.orchestrator.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Reads JSON that someone sent; what is wrong with it is said by field. */
@Singleton
public class Body {
  private final ObjectMapper json;

  Body(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Reads a request's body.
   *
   * @throws InvalidInput if it is not what it should be
   */
  public <T> T read(byte[] body, TypeReference<T> type) {
    try {
      T value = json.readValue(body, type);
      if (value == null) {
        throw InvalidInput.of(null, "The request has no content.");
      }
      return value;
    } catch (JsonMappingException e) {
      throw new InvalidInput(List.of(new Problem(null, 0, path(e), reason(e))));
    } catch (JsonProcessingException e) {
      throw InvalidInput.of(null, "The request is not valid JSON.");
    } catch (IOException e) {
      throw InvalidInput.of(null, "The request could not be read.");
    }
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(at -> at.getFieldName() == null ? "[" + at.getIndex() + "]" : at.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String reason(JsonMappingException e) {
    return e.getCause() instanceof IllegalArgumentException wrong
        ? wrong.getMessage()
        : "cannot be read: " + e.getOriginalMessage().lines().findFirst().orElse("wrong type");
  }
}
