package dev.interact.cli.dataset;

import dev.interact.preparation.recipe.Recipe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a model does in a recipe. */
final class Roles {
  private Roles() {}

  static List<String> of(String alias, Recipe recipe) {
    Map<String, Boolean> roles = new LinkedHashMap<>();
    roles.put("author", alias.equals(recipe.author()));
    roles.put("lesson author", recipe.lessons().contains(alias));
    roles.put("closed-book filter", recipe.gates().closedBook().models().contains(alias));
    roles.put("with-context filter", recipe.gates().withContext().models().contains(alias));
    roles.put("judge", recipe.hasJudge() && alias.equals(recipe.gates().judge()));
    return roles.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }
}
