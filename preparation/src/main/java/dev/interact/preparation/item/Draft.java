package dev.interact.preparation.item;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.study.Concept.Level;
import dev.interact.study.Concept.QuizItem;
import dev.interact.study.input.InvalidField;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An item as an author wrote it; nothing of it need be right.
 *
 * @param number its place in the reply, from 1
 * @param level null where it names none that there is
 * @param question {@code ""} where it is missing
 * @param options without letters before them
 * @param answer the index of the right option; null where none could be told
 * @param evidence quotes, none blank
 */
public record Draft(
    int number,
    Level level,
    String question,
    List<String> options,
    Integer answer,
    List<String> evidence) {
  public Draft {
    options = List.copyOf(options);
    evidence = List.copyOf(evidence);
  }

  /** The item, if it is one at all. */
  public Optional<QuizItem> item(String id, Map<String, JsonNode> extra) {
    if (answer == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new QuizItem(id, level, question, options, answer, extra));
    } catch (InvalidField e) {
      return Optional.empty();
    }
  }

  /** The right option's text; {@code ""} where none could be told. */
  String key() {
    return answer == null || answer < 0 || answer >= options.size() ? "" : options.get(answer);
  }
}
