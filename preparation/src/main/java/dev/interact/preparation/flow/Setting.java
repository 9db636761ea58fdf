package dev.interact.preparation.flow;

import dev.interact.preparation.item.ItemRules;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import java.util.List;
import java.util.Map;

/** What does not change while a concept is prepared. */
record Setting(Recipe recipe, Concept concept, ItemRules rules) {
  static Setting of(Recipe recipe, Concept concept) {
    return new Setting(recipe, concept, new ItemRules(recipe.options(), concept.context()));
  }

  /** The concept with other items. */
  Concept with(List<QuizItem> items) {
    return concept.with(items, Map.of());
  }
}
