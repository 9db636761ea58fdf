package dev.interact.preparation.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.study.Concept.QuizItem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields of an item that concept files do not ask for: evidence, author, gates. */
final class ItemFields {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ItemFields() {}

  /** Of an item that went through no gate. */
  static Map<String, JsonNode> written(List<String> evidence, Recipe recipe) {
    ArrayNode quotes = JSON.arrayNode();
    evidence.forEach(quotes::add);
    return Map.of("evidence", quotes, "author", JSON.textNode(recipe.author()));
  }

  /** The item with its gates' figures, under another id. */
  static QuizItem gated(Gated gated, String id, Recipe recipe) {
    QuizItem item = gated.item();
    Map<String, JsonNode> fields = new TreeMap<>(item.extra());
    fields.put("gates", gates(gated, recipe));
    return new QuizItem(id, item.level(), item.question(), item.options(), item.answer(), fields);
  }

  private static ArrayNode gates(Gated gated, Recipe recipe) {
    ArrayNode gates = JSON.arrayNode();
    for (Tally tally : gated.closedBook()) {
      gates.add(sat("closed-book", tally).put("passed", Gated.passesClosedBook(tally, recipe)));
    }
    for (Tally tally : gated.withContext()) {
      ObjectNode gate = sat("with-context", tally).put("moved", tally.moved());
      gates.add(gate.put("passed", Gated.passesWithContext(tally, recipe)));
    }
    if (recipe.hasJudge()) {
      gates.add(judged(gated, recipe));
    }
    return gates;
  }

  private static ObjectNode sat(String gate, Tally tally) {
    return gate(gate, tally.model())
        .put("tries", tally.tries())
        .put("right", tally.right())
        .put("unread", tally.unread());
  }

  private static ObjectNode judged(Gated gated, Recipe recipe) {
    ObjectNode gate = gate("judge", recipe.gates().judge());
    gated
        .verdict()
        .ifPresentOrElse(
            verdict ->
                gate.put("comprehension", verdict.comprehension())
                    .put("answerable", verdict.answerable())
                    .put("self_contained", verdict.selfContained())
                    .put("reason", verdict.reason()),
            () -> gate.put("reason", Gated.NOT_JUDGED));
    return gate.put("passed", !gated.isRefused(recipe));
  }

  private static ObjectNode gate(String gate, String model) {
    return JSON.objectNode().put("gate", gate).put("model", model);
  }
}
