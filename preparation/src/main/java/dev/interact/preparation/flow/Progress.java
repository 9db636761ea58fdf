package dev.interact.preparation.flow;

import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.result.Prepared.Dropped;
import dev.interact.study.Concept.Level;
import dev.interact.study.Concept.QuizItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What some whole rounds came to.
 *
 * @param gated all items that came to the gates, in order
 * @param dropped what was refused or dropped, in order
 * @param problems what to tell the author about the last round
 */
record Progress(List<Gated> gated, List<Dropped> dropped, List<String> problems) {
  static final Progress NONE = new Progress(List.of(), List.of(), List.of());

  List<Gated> kept(Recipe recipe) {
    return gated.stream().filter(item -> item.isKept(recipe)).toList();
  }

  /** How many items of a level the quiz lacks. */
  int missing(Level level, Recipe recipe) {
    long kept = kept(recipe).stream().filter(item -> item.level() == level).count();
    return recipe.items().of(level) - (int) kept;
  }

  /** How many items the quiz lacks. */
  int missing(Recipe recipe) {
    return recipe.items().count() - kept(recipe).size();
  }

  /** What is not to be asked again, whether it was kept or not. */
  List<QuizItem> items() {
    return gated.stream().map(Gated::item).toList();
  }

  /** The finished quiz: easy items first, in the order in which they were written. */
  List<QuizItem> quiz(Recipe recipe) {
    List<QuizItem> quiz = new ArrayList<>();
    for (Gated gated : ordered(recipe)) {
      long before = quiz.stream().filter(item -> item.level() == gated.level()).count();
      String id = gated.level().label().substring(0, 1) + (before + 1);
      quiz.add(ItemFields.gated(gated, id, recipe));
    }
    return quiz;
  }

  /** What is kept, in the order of the finished quiz. */
  List<Gated> ordered(Recipe recipe) {
    return kept(recipe).stream().sorted(Comparator.comparing(Gated::level)).toList();
  }
}
