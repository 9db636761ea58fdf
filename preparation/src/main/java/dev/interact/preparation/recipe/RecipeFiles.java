package dev.interact.preparation.recipe;

import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.util.List;

/** Reads recipes and says what is wrong with them. */
public final class RecipeFiles {
  private RecipeFiles() {}

  /**
   * Reads a recipe.
   *
   * @param file its name, for messages
   * @throws InvalidInput with all problems that can be told from the file alone
   */
  public static Recipe read(String yaml, String file) {
    throw new UnsupportedOperationException();
  }

  /** What is wrong with a recipe that did not come through {@link #read}. */
  public static List<Problem> problems(Recipe recipe) {
    throw new UnsupportedOperationException();
  }
}
