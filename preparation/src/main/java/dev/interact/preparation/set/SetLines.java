package dev.interact.preparation.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.preparation.result.Prepared.Dropped;
import dev.interact.preparation.result.Prepared.Lesson;
import dev.interact.study.Concept;
import dev.interact.study.Concept.Image;
import dev.interact.study.Concept.QuizItem;
import java.util.Map;

/** How concepts, lessons and dropped items stand in the lines of a data set. */
final class SetLines {
  private SetLines() {}

  /**
   * A line of a concept file.
   *
   * @param image the path of its image; null where it has none
   */
  static ObjectNode concept(Concept concept, String image) {
    ObjectNode line = SetJson.object();
    line.put("id", concept.id()).put("domain", concept.domain()).put("title", concept.title());
    putText(line, "context", concept.context());
    putText(line, "image", image);
    concept.quiz().forEach(item -> line.withArray("quiz").add(item(item)));
    putText(line, "source", concept.source());
    putText(line, "licence", concept.licence());
    return withExtra(line, concept.extra());
  }

  static String imagePath(Image image) {
    String ending = image.mediaType().equals("image/png") ? ".png" : ".jpg";
    return "images/" + Sha256.of(image.bytes()).substring(0, 32) + ending;
  }

  static ObjectNode lesson(String concept, Lesson lesson) {
    String text = lesson.text();
    return SetJson.object()
        .put("concept", concept)
        .put("author", lesson.author())
        .put("text", text)
        .put("words", text.isBlank() ? 0 : text.strip().split("\\s+").length);
  }

  static ObjectNode dropped(String concept, Dropped dropped) {
    ObjectNode line =
        SetJson.object()
            .put("concept", concept)
            .put("round", dropped.round())
            .put("reason", dropped.reason());
    if (dropped.item() != null) {
      line.set("item", item(dropped.item()));
    }
    return line;
  }

  private static ObjectNode item(QuizItem item) {
    ObjectNode fields = SetJson.object().put("id", item.id());
    putText(fields, "level", item.level() == null ? null : item.level().label());
    fields.put("question", item.question());
    item.options().forEach(fields.withArray("options")::add);
    return withExtra(fields.put("answer", item.answer()), item.extra());
  }

  /** Fields of material may come in any order, and mean the same. */
  private static ObjectNode withExtra(ObjectNode line, Map<String, JsonNode> extra) {
    extra.forEach((name, value) -> line.set(name, SetJson.sorted(value)));
    return line;
  }

  private static void putText(ObjectNode line, String field, String text) {
    if (text != null) {
      line.put(field, text);
    }
  }
}
