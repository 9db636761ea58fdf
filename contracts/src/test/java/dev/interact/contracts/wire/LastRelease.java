package dev.interact.contracts.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The messages of the last release, as it wrote them: a file for each topic, a line each. */
public final class LastRelease {
  private static final Map<Wire, List<JsonNode>> READ = new ConcurrentHashMap<>();

  private LastRelease() {}

  static String file(Wire wire) {
    return wire.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".jsonl";
  }

  /** Its messages of a topic. */
  static List<JsonNode> messages(Wire wire) {
    return READ.computeIfAbsent(wire, LastRelease::read);
  }

  private static List<JsonNode> read(Wire wire) {
    try (InputStream file = LastRelease.class.getResourceAsStream("/wire/" + file(wire))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What keeps it from reading a message as the message is meant: a kind that it should know and
   * does not, a field that is not there or is of another type.
   */
  public static List<String> problems(Wire wire, String json) {
    JsonNode message = Json.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    List<JsonNode> alike = alike(wire, message);
    if (!alike.isEmpty()) {
      return new Shape(alike).problems(message);
    }
    return wire.mayHaveNewKinds()
        ? List.of()
        : List.of("the last release knows no %s of %s".formatted(wire.kind(message), wire));
  }

  private static List<JsonNode> alike(Wire wire, JsonNode message) {
    return messages(wire).stream()
        .filter(known -> wire.kind(known).equals(wire.kind(message)))
        .toList();
  }
}
