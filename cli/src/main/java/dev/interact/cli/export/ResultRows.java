package dev.interact.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.cli.api.Summary;
import dev.interact.study.input.InvalidField;
import java.util.List;
import java.util.stream.Stream;

/** Makes rows of the tables of lines of the results; their fields are the tables' columns. */
final class ResultRows {
  private ResultRows() {}

  /** The row of the study. */
  static ObjectNode study(ResultsFiles results) {
    Summary summary = results.summary();
    ObjectNode manifest = results.manifest();
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("study", summary.study().name());
    row.put("id", summary.study().id());
    row.put("state", summary.study().state());
    row.put("simulated", summary.isSimulated());
    row.put("turns", summary.study().turns());
    row.put("concepts", summary.concepts());
    row.put("dialogues", summary.cells().stream().mapToLong(Summary.Cell::dialogues).sum());
    row.put("failed", summary.cells().stream().mapToLong(Summary.Cell::failed).sum());
    addTotals(row, summary.totals());
    row.set("interact", manifest.path("versions").get("interact"));
    List.of("versions", "models", "prompts", "study_file")
        .forEach(field -> row.set(field, manifest.get(field)));
    return row;
  }

  private static void addTotals(ObjectNode row, Summary.Totals totals) {
    row.put("calls", totals.calls());
    row.put("attempts", totals.attempts());
    row.put("input_tokens", totals.tokens().input());
    row.put("output_tokens", totals.tokens().output());
    row.put("cost", totals.cost());
  }

  /** A concept, from its file. */
  static ObjectNode concept(ObjectNode concept, ResultsFiles results) {
    ObjectNode row = concept.deepCopy();
    row.put("study", results.summary().study().name());
    row.set("concept", concept.get("id"));
    row.set("hash", results.manifest().path("concepts").get(concept.path("id").asText()));
    row.put("items", concept.path("quiz").size());
    boolean isImage = concept.hasNonNull("image");
    row.put("medium", isImage ? "image" : concept.hasNonNull("context") ? "text" : null);
    row.set("media_type", concept.path("image").get("media_type"));
    row.set("image_hash", concept.path("image").get("hash"));
    return row;
  }

  /** A concept of which no more is known than what a dialogue says. */
  static ObjectNode conceptOf(ObjectNode dialogue, ResultsFiles results) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    List.of("study", "concept", "domain").forEach(field -> row.set(field, dialogue.get(field)));
    row.set("hash", results.manifest().path("concepts").get(dialogue.path("concept").asText()));
    return row;
  }

  /** A dialogue. */
  static ObjectNode dialogue(ObjectNode dialogue) {
    ObjectNode row = dialogue.deepCopy();
    row.put("turns", dialogue.path("turns").size());
    return row;
  }

  /** The turns of a dialogue. */
  static Stream<ObjectNode> turns(ObjectNode dialogue) {
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
  static ObjectNode call(ObjectNode call) {
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

  private static long sum(ArrayNode attempts, String field) {
    return attempts.valueStream().mapToLong(one -> one.path(field).asLong()).sum();
  }

  private static void addAnswered(ObjectNode row, JsonNode attempt) {
    List.of("sent", "latency_millis", "fingerprint")
        .forEach(field -> row.set(field, attempt.get(field)));
  }
}
