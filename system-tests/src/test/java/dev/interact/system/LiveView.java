package dev.interact.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One who watches a view: what it was at first, and what patches (RFC 7396) have made of it. */
record LiveView(SseClient client) implements AutoCloseable {

  static LiveView open(URI stream) {
    return new LiveView(SseClient.open(stream, null));
  }

  /** What has come so far. */
  List<SseClient.Message> messages() {
    return client.messages();
  }

  /** All that was seen, one state after the other. */
  List<JsonNode> seen() {
    List<JsonNode> states = new ArrayList<>();
    for (SseClient.Message message : messages()) {
      boolean isWhole = message.event().equals("view");
      states.add(isWhole ? message.json() : patched(states.getLast(), message.json()));
    }
    return states;
  }

  /** The state of what is watched, as the last patch that told of it says; empty at first. */
  String state() {
    return messages().reversed().stream()
        .map(message -> message.json().at("/study/state").asText())
        .filter(state -> !state.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static JsonNode patched(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    if (target instanceof ObjectNode object) {
      result.setAll(object);
    }
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      if (change.getValue().isNull()) {
        result.remove(change.getKey());
      } else {
        result.set(change.getKey(), patched(result.get(change.getKey()), change.getValue()));
      }
    }
    return result;
  }

  @Override
  public void close() {
    client.close();
  }
}
