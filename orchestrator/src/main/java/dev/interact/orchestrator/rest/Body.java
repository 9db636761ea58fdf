package dev.interact.orchestrator.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.study.input.InvalidInput;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/** Reads JSON that someone sent; what is wrong with it is said by field. */
@Singleton
public class Body {
  private final ObjectMapper json;

  /** What is in a list or under a key is there, unless a field says that it may be null. */
  Body(ObjectMapper json) {
    this.json = json.copy().setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
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
      throw new InvalidInput(List.of(Misread.problem(e)));
    } catch (JsonProcessingException e) {
      throw InvalidInput.of(null, "The request is not valid JSON.");
    } catch (IOException e) {
      throw InvalidInput.of(null, "The request could not be read.");
    }
  }
}
