package dev.interact.cli.prepare;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.Workplace;
import dev.interact.cli.input.TextFile;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.recipe.RecipeFiles;
import dev.interact.study.Concept;
import dev.interact.study.input.InvalidInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What the user gives to be prepared: a recipe file that names material, or material and options.
 */
final class RecipeInput {
  private static final Path CURRENT = Path.of("");

  private final List<Path> paths;
  private final RecipeOptions options;
  private final Path sets;
  private final String domain;

  /**
   * @param sets where raw files are imported to
   * @param domain of raw files; null where it is that of their folders
   */
  RecipeInput(List<Path> paths, RecipeOptions options, Path sets, String domain) {
    this.paths = List.copyOf(paths);
    this.options = options;
    this.sets = sets;
    this.domain = domain;
  }

  /**
   * Reads it, and imports what is raw.
   *
   * @throws InvalidInput if a file of it is wrong
   * @throws CommandFailed if the command line is
   */
  Ordered read(Workplace workplace) {
    return isRecipe(paths.getFirst()) ? file(workplace) : options(workplace);
  }

  private static boolean isRecipe(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private Ordered file(Workplace workplace) {
    Path file = paths.getFirst();
    if (options.isAny()) {
      throw CommandFailed.wrongInput(
          "%s says all that --author, --filter and the like say: change it there.".formatted(file));
    }
    String yaml = TextFile.read(file);
    Recipe recipe = RecipeFiles.read(yaml, file.toString());
    Path folder = file.toAbsolutePath().getParent();
    List<Path> more = paths.subList(1, paths.size());
    List<Path> material =
        more.isEmpty()
            ? recipe.material().stream().map(path -> found(path, folder, workplace)).toList()
            : more;
    if (material.isEmpty()) {
      throw CommandFailed.wrongInput(
          "%s names no material: give it there, or after the recipe.".formatted(file));
    }
    List<Concept> concepts = material(recipe).read(material, workplace);
    return Ordered.of(recipe, yaml, folder, concepts, workplace.owner());
  }

  private Ordered options(Workplace workplace) {
    if (!options.hasAuthor()) {
      throw CommandFailed.wrongInput(
          "Who writes the quizzes? Give --author MODEL, or a recipe (.yaml).");
    }
    Recipe recipe =
        options.recipe(
            MaterialInput.name(paths.getFirst()), paths.stream().map(Path::toString).toList());
    InvalidInput.throwIfAny(RecipeFiles.problems(recipe));
    List<Concept> concepts = material(recipe).read(paths, workplace);
    return Ordered.of(recipe, "", CURRENT, concepts, workplace.owner());
  }

  private MaterialInput material(Recipe recipe) {
    return new MaterialInput(sets.resolve(recipe.name() + "-material"), domain);
  }

  private static Path found(String path, Path folder, Workplace workplace) {
    return List.of(CURRENT, workplace.root(), folder).stream()
        .map(place -> place.resolve(path))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> CommandFailed.wrongInput("There is no material '%s'.".formatted(path)));
  }
}
