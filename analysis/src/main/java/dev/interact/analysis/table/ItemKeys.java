package dev.interact.analysis.table;

import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The items of a study's quizzes, with options and key. */
public final class ItemKeys {
  private final Map<String, Map<String, QuizItem>> items = new HashMap<>();

  /** The items of some concepts. */
  public ItemKeys(Collection<Concept> concepts) {
    for (Concept concept : concepts) {
      Map<String, QuizItem> quiz = items.computeIfAbsent(concept.id(), id -> new HashMap<>());
      concept.quiz().forEach(item -> quiz.put(item.id(), item));
    }
  }

  /** An item of a concept; null where it is not known. */
  QuizItem item(String concept, String item) {
    return items.getOrDefault(concept, Map.of()).get(item);
  }
}
