package dev.interact.preparation.flow;

import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.recipe.RecipeFiles;

/** Recipes for tests: an author a, a filter model f, a model with the context w, a judge j. */
final class Recipes {
  static final String GATES =
      "gates: {closed_book: {models: [f], tries: 2}, with_context: {models: [w]}, judge: j}\n";

  private Recipes() {}

  static Recipe of(String yaml) {
    return RecipeFiles.read("name: set\nauthor: a\n" + yaml, "recipe.yaml");
  }

  /** Of one item of each level. */
  static Recipe small() {
    return small("");
  }

  static Recipe small(String more) {
    return of("items: {easy: 1, medium: 1, hard: 1}\n" + GATES + more);
  }
}
