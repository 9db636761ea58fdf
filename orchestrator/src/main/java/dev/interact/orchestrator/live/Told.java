package dev.interact.orchestrator.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import dev.interact.contracts.event.Event;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An event as it was heard.
 *
 * @param offset on the topic
 * @param study whom it is about; null where it is about none
 * @param event null where it is of a type that is not known here
 * @param frame the event as it is sent to clients
 */
record Told(long offset, String type, String study, Event event, Buffer frame) {

  /** Reads a record of the topic; empty where it is no event. */
  static Optional<Told> of(long offset, byte[] json) {
    try {
      JsonNode tree = Json.read(json, JsonNode.class);
      String type = tree.path("type").asText();
      String study = tree.path("data").path("study").asText(null);
      String text = new String(json, StandardCharsets.UTF_8);
      String line = text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : tree.toString();
      return type.isEmpty()
          ? Optional.empty()
          : Optional.of(new Told(offset, type, study, event(json), Frames.of(offset, type, line)));
    } catch (UnreadableMessage e) {
      return Optional.empty();
    }
  }

  private static Event event(byte[] json) {
    try {
      return Json.read(json, Event.class);
    } catch (UnreadableMessage e) {
      return null;
    }
  }
}
