package dev.interact.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** How messages are written: JSON in UTF-8, absent fields left out, unknown fields ignored. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /** Writes a message. */
  public static byte[] write(Object message) {
    try {
      return MAPPER.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "cannot be written as JSON: " + message.getClass().getName(), e);
    }
  }

  /**
   * Reads a message.
   *
   * @throws UnreadableMessage if the bytes are not such a message; the reason names no content
   */
  public static <T> T read(byte[] bytes, Class<T> type) {
    try {
      T message = bytes == null ? null : MAPPER.readValue(bytes, type);
      if (message == null) {
        throw new UnreadableMessage(type, "nothing", null);
      }
      return message;
    } catch (JsonProcessingException e) {
      throw new UnreadableMessage(type, e.getClass().getSimpleName(), e.getLocation());
    } catch (IOException e) {
      throw new UnreadableMessage(type, e.getClass().getSimpleName(), null);
    }
  }
}
