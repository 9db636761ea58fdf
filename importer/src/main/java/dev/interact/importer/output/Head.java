package dev.interact.importer.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.contracts.Json;
import dev.interact.importer.Refused;
import dev.interact.study.Concept;
import dev.interact.study.Concept.Image;
import dev.interact.study.Concept.QuizItem;
import dev.interact.study.file.ConceptSize;
import java.util.List;
import java.util.Map;

/**
 * A concept but for its content.
 *
 * @param source or null
 * @param licence or null
 */
record Head(
    String id, String domain, String title, List<QuizItem> quiz, String source, String licence) {
  private static final String QUIZ = "quiz";

  /**
   * The line of a concept file, an image left out.
   *
   * @param text or null
   * @param image or null
   * @throws Refused if the concept is too large
   */
  ObjectNode line(String text, Image image, Map<String, JsonNode> extra) {
    Concept concept = new Concept(id, domain, title, text, image, quiz, source, licence, extra);
    ConceptSize.problem(concept)
        .ifPresent(
            problem -> {
              throw new Refused(problem + "; cut it with --max-tokens, or split it");
            });
    ObjectNode line = Json.read(Json.write(concept), ObjectNode.class);
    line.remove("image");
    if (quiz.isEmpty()) {
      line.remove(QUIZ);
    }
    return line;
  }
}
