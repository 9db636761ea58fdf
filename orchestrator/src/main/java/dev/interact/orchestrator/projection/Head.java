package dev.interact.orchestrator.projection;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What is said of a study as a whole. Null where nobody said, or it is not so far.
 *
 * @param kind study or preparation
 * @param state running, paused, finished or cancelled
 * @param reason why it is paused
 * @param turns questions of a dialogue; 0 of a preparation
 * @param started when its first dialogue started
 */
public record Head(
    String id,
    String name,
    String kind,
    String state,
    String reason,
    int turns,
    String owner,
    Instant created,
    Instant started,
    Instant finishedAt) {

  Head state(String next, Instant finished) {
    return new Head(id, name, kind, next, reason(next), turns, owner, created, started, finished);
  }

  private String reason(String next) {
    return next.equals(state) ? reason : null;
  }

  Head started(Instant first) {
    return new Head(id, name, kind, state, reason, turns, owner, created, first, finishedAt);
  }

  boolean isRunning() {
    return "running".equals(state);
  }

  boolean isPreparation() {
    return "preparation".equals(kind);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", id).put("name", name).put("kind", kind).put("state", state);
    json.put("reason", reason).put("turns", turns).put("owner", owner);
    json.put("created", text(created));
    json.put("started", text(started));
    json.put("finished_at", text(finishedAt));
    json.properties().removeIf(field -> field.getValue().isNull());
    return json;
  }

  private static String text(Instant time) {
    return time == null ? null : time.toString();
  }
}
