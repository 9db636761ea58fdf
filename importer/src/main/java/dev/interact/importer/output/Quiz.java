package dev.interact.importer.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.importer.Refused;
import dev.interact.study.Concept.QuizItem;
import dev.interact.study.input.InvalidField;
import dev.interact.study.input.Schema;
import java.util.ArrayList;
import java.util.List;

/** A quiz that a row has already. */
final class Quiz {
  private static final Schema SCHEMA = Schema.named("concept");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Quiz() {}

  /**
   * Reads a quiz.
   *
   * @throws Refused with what is wrong with it first of all
   */
  static List<QuizItem> of(JsonNode quiz) {
    ObjectNode concept =
        MAPPER.createObjectNode().put("id", "x").put("domain", "x").put("title", "x");
    concept.put("context", "x").set("quiz", quiz);
    SCHEMA.check(concept).stream()
        .findFirst()
        .ifPresent(
            finding -> {
              throw new Refused(finding.path() + ": " + finding.message());
            });
    List<QuizItem> items = new ArrayList<>();
    for (JsonNode item : quiz) {
      items.add(item(item));
    }
    return items;
  }

  private static QuizItem item(JsonNode item) {
    try {
      return MAPPER.treeToValue(item, QuizItem.class);
    } catch (JsonProcessingException e) {
      throw new Refused(
          e.getCause() instanceof InvalidField invalid
              ? invalid.getMessage()
              : e.getOriginalMessage());
    }
  }
}
