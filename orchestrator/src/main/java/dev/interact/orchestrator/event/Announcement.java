package dev.interact.orchestrator.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.contracts.Json;
import dev.interact.contracts.event.Event;
import dev.interact.contracts.event.Fact;
import java.time.Instant;
import java.util.List;

/**
 * An event as it is published.
 *
 * @param key the study, or what else it is about
 * @param event its JSON
 */
record Announcement(String key, byte[] event) {
  private static final String TYPE = "type";

  /** What facts may be about; the first that one has is its event's subject. */
  private static final List<String> SUBJECTS =
      List.of("dialogue", "study", "owner", "model", "letter", TYPE);

  /** Makes an announcement of a fact. */
  interface Maker<F> {
    Announcement make(String id, Instant time, F fact);
  }

  static Announcement of(String id, Instant time, Fact fact) {
    Event event = Event.of(id, time, fact);
    String key = fact instanceof Fact.OfStudy of ? of.study() : event.subject();
    return new Announcement(key, Json.write(event));
  }

  /** That of a fact whose type may be of a later version: it is told as it is stored. */
  static Announcement asStored(String id, Instant time, JsonNode fact) {
    String subject =
        SUBJECTS.stream()
            .filter(fact::hasNonNull)
            .findFirst()
            .map(name -> fact.path(name).asText())
            .orElseThrow();
    ObjectNode event =
        JsonNodeFactory.instance
            .objectNode()
            .put("specversion", Event.VERSION)
            .put("id", id)
            .put("source", Event.SOURCE)
            .put("subject", subject)
            .put("time", time.toString())
            .put("datacontenttype", Event.DATA_TYPE);
    event.set("data", fact.<ObjectNode>deepCopy().without(TYPE));
    event.set(TYPE, fact.get(TYPE));
    return new Announcement(fact.path("study").asText(subject), Json.write(event));
  }
}
