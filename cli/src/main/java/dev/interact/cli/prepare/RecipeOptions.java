package dev.interact.cli.prepare;

import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.recipe.Recipe.ClosedBook;
import dev.interact.preparation.recipe.Recipe.Gates;
import dev.interact.preparation.recipe.Recipe.Items;
import dev.interact.preparation.recipe.Recipe.WithContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** A recipe in options, for those who have no file. */
final class RecipeOptions {
  @Option(names = "--name", paramLabel = "NAME", description = "Name of the data set.")
  private String name;

  @Option(
      names = "--author",
      paramLabel = "MODEL",
      description = "Writes the quizzes; and judges and filters them, where nobody else is named.")
  private String author;

  @Option(
      names = "--lessons",
      paramLabel = "MODEL",
      split = ",",
      description = "Write a lesson on each concept too.")
  private List<String> lessons;

  @Option(
      names = "--filter",
      paramLabel = "MODEL",
      split = ",",
      description = "Sit the quizzes closed-book: items that they answer are dropped.")
  private List<String> filter;

  @Option(
      names = "--reader",
      paramLabel = "MODEL",
      split = ",",
      description = "Sit the quizzes with the context: items that they do not answer are dropped.")
  private List<String> reader;

  @Option(
      names = "--judge",
      paramLabel = "MODEL",
      description = "Answers the three audit questions on each item; 'none' for nobody.")
  private String judge;

  @Option(names = "--items", paramLabel = "N", description = "Items of each level (default: 3).")
  private Integer items;

  @Option(names = "--options", paramLabel = "N", description = "Options of an item (default: 4).")
  private Integer options;

  boolean isAny() {
    return Stream.of(name, author, lessons, filter, reader, judge, items, options)
        .anyMatch(Objects::nonNull);
  }

  boolean hasAuthor() {
    return author != null;
  }

  /**
   * The recipe.
   *
   * @param defaultName where no name is given
   */
  Recipe recipe(String defaultName, List<String> material) {
    return new Recipe(
        name == null ? defaultName : name,
        material,
        author,
        lessons,
        items == null ? null : new Items(items, items, items),
        options,
        null,
        null,
        null,
        new Gates(new ClosedBook(filter, null, null), new WithContext(reader, null, null), judge),
        null,
        null,
        null,
        null,
        null);
  }
}
