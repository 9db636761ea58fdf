package dev.interact.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.registry.Model;
import dev.interact.study.input.InvalidField;
import java.util.List;
import java.util.stream.Stream;

/** Makes rows of the tables of lines of the results; their fields are the tables' columns. */
public final class ResultRows {
  private static final List<String> ALIASES =
      List.of("student", "teacher", "lesson_author", "from");

  private ResultRows() {}

  /**
   * The row of the study.
   *
   * @param summary of its results
   * @param manifest where they come from
   */
  public static ObjectNode study(ObjectNode summary, ObjectNode manifest) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    JsonNode study = summary.path("study");
    row.set("study", study.get("name"));
    List.of("id", "state", "turns").forEach(field -> row.set(field, study.get(field)));
    row.put("simulated", models(summary).allMatch(Model::isOffline));
    row.set("concepts", summary.get("concepts"));
    row.put("dialogues", sum(summary.path("cells"), "dialogues"));
    row.put("failed", sum(summary.path("cells"), "failed"));
    addTotals(row, summary.path("totals"));
    row.set("interact", manifest.path("versions").get("interact"));
    List.of("versions", "models", "prompts", "study_file")
        .forEach(field -> row.set(field, manifest.get(field)));
    return row;
  }

  private static Stream<String> models(ObjectNode summary) {
    return summary
        .path("cells")
        .valueStream()
        .flatMap(cell -> ALIASES.stream().map(cell::path))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText);
  }

  private static void addTotals(ObjectNode row, JsonNode totals) {
    row.set("calls", totals.get("calls"));
    row.set("attempts", totals.get("attempts"));
    row.set("input_tokens", totals.path("tokens").get("input"));
    row.set("output_tokens", totals.path("tokens").get("output"));
    row.set("shared_prefix", totals.get("shared_prefix"));
    row.put("cost", totals.path("cost").asDouble());
  }

  /** A concept, as results have it. */
  public static ObjectNode concept(ObjectNode concept, ObjectNode manifest) {
    ObjectNode row = concept.deepCopy();
    row.set("study", manifest.path("study").get("name"));
    row.set("concept", concept.get("id"));
    row.set("hash", manifest.path("concepts").get(concept.path("id").asText()));
    row.put("items", concept.path("quiz").size());
    boolean isImage = concept.hasNonNull("image");
    row.put("medium", isImage ? "image" : concept.hasNonNull("context") ? "text" : null);
    row.set("media_type", concept.path("image").get("media_type"));
    row.set("image_hash", concept.path("image").get("hash"));
    return row;
  }

  /** A concept of which no more is known than what a dialogue says. */
  public static ObjectNode conceptOf(ObjectNode dialogue, ObjectNode manifest) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    List.of("study", "concept", "domain").forEach(field -> row.set(field, dialogue.get(field)));
    row.set("hash", manifest.path("concepts").get(dialogue.path("concept").asText()));
    return row;
  }

  /** A dialogue. */
  public static ObjectNode dialogue(ObjectNode dialogue) {
    ObjectNode row = dialogue.deepCopy();
    row.put("turns", dialogue.path("turns").size());
    return row;
  }

  /** The turns of a dialogue. */
  public static Stream<ObjectNode> turns(ObjectNode dialogue) {
    return dialogue.path("turns").valueStream().map(turn -> turn(turn, dialogue));
  }

  private static ObjectNode turn(JsonNode turn, ObjectNode dialogue) {
    if (!(turn instanceof ObjectNode)) {
      throw new InvalidField("turns", "must be a list of objects.");
    }
    ObjectNode row = turn.deepCopy();
    List.of("study", "dialogue", "concept").forEach(field -> row.set(field, dialogue.get(field)));
    return row;
  }

  /** A call with its attempts summed up. */
  public static ObjectNode call(ObjectNode call) {
    if (!(call.get("attempts") instanceof ArrayNode attempts)) {
      throw new InvalidField("attempts", "must be a list.");
    }
    ObjectNode row = call.deepCopy();
    row.put("attempts", attempts.size());
    row.put("input_tokens", sum(attempts, "input_tokens"));
    row.put("output_tokens", sum(attempts, "output_tokens"));
    row.put("cost", attempts.valueStream().mapToDouble(one -> one.path("cost").asDouble()).sum());
    attempts
        .valueStream()
        .filter(one -> one.path("answered").asBoolean())
        .forEach(one -> addAnswered(row, one));
    return row;
  }

  private static long sum(JsonNode objects, String field) {
    return objects.valueStream().mapToLong(one -> one.path(field).asLong()).sum();
  }

  private static void addAnswered(ObjectNode row, JsonNode attempt) {
    List.of("sent", "latency_millis", "fingerprint")
        .forEach(field -> row.set(field, attempt.get(field)));
  }
}
