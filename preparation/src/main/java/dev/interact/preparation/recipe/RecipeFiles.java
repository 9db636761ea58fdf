package dev.interact.preparation.recipe;

import dev.interact.preparation.recipe.Recipe.ClosedBook;
import dev.interact.preparation.recipe.Recipe.WithContext;
import dev.interact.study.input.Declaration;
import dev.interact.study.input.FieldPath;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import dev.interact.study.input.Schema;
import dev.interact.study.input.Schema.Finding;
import java.util.ArrayList;
import java.util.List;

/** Reads recipes and says what is wrong with them. */
public final class RecipeFiles {
  private static final Declaration<Recipe> DECLARATION =
      new Declaration<>(
          Schema.at("/dev/interact/preparation/recipe.schema.json"),
          Recipe.class,
          RecipeFiles::contradictions);

  private RecipeFiles() {}

  /**
   * Reads a recipe.
   *
   * @param file its name, for messages
   * @throws InvalidInput with all problems that can be told from the file alone
   */
  public static Recipe read(String yaml, String file) {
    return DECLARATION.read(yaml, file);
  }

  /** What is wrong with a recipe that did not come through {@link #read}. */
  public static List<Problem> problems(Recipe recipe) {
    return DECLARATION.problems(recipe);
  }

  /** What fields ask for that cannot be together. */
  private static List<Finding> contradictions(Recipe recipe) {
    List<Finding> findings = new ArrayList<>();
    ClosedBook closed = recipe.gates().closedBook();
    WithContext open = recipe.gates().withContext();
    if (closed.dropFrom() > closed.tries()) {
      findings.add(tooMany("closed_book", "drop_from", closed.dropFrom(), closed.tries()));
    }
    if (open.keepFrom() > open.tries()) {
      findings.add(tooMany("with_context", "keep_from", open.keepFrom(), open.tries()));
    }
    if (recipe.items().count() < 1) {
      findings.add(
          new Finding(
              FieldPath.of("items"), "must be at least one, of whatever level; found none"));
    }
    if (Recipe.Gates.NOBODY.equals(recipe.author())) {
      findings.add(
          new Finding(
              FieldPath.of("author"), "must name a model; 'none' stands for nobody to judge"));
    }
    return findings;
  }

  private static Finding tooMany(String gate, String field, int found, int tries) {
    return new Finding(
        FieldPath.of("gates", gate, field),
        "must be at most the gate's tries, %d; found %d".formatted(tries, found));
  }
}
