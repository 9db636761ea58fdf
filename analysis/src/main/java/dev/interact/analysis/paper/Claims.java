package dev.interact.analysis.paper;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the paper claims, and what it is about.
 *
 * @param models the ids that a model of the paper goes by, as patterns, by the paper's name
 * @param domains of the paper's concepts
 */
public record Claims(Map<String, Pattern> models, List<String> domains, List<Claim> claims) {
  private static final String FILE = "claims.json";

  /** Those that come with the software. */
  public static Claims read() {
    try (InputStream in = Claims.class.getResourceAsStream(FILE)) {
      return JsonMapper.builder().build().readValue(in, Claims.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The paper's name of a model; empty where it is none of the paper's. */
  Optional<String> named(String model) {
    return models.entrySet().stream()
        .filter(one -> one.getValue().matcher(model).matches())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
