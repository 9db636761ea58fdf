package dev.interact.preparation.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.study.Budget;
import dev.interact.study.Concept.Level;
import dev.interact.study.QuizMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * How quizzes are made of material. What a file leaves out (null here) takes its default. The
 * record itself checks nothing: {@link RecipeFiles} does, for files and for uploads alike.
 *
 * @param name names the data set: lower-case letters, digits, hyphens
 * @param material files and folders, seen from the recipe; empty where the command line names them
 * @param author alias of the model that writes the quizzes
 * @param lessons aliases of models that write a lesson on each concept; default none
 * @param items how many of each level; default 3
 * @param options how many an item has, 2 to 10; default 4
 * @param quiz how the gates' sheets are put, as in the study; default all items on one
 * @param reAsks how often an author is asked again within a round while items break the rules;
 *     default 3
 * @param rounds how often the quiz is filled up after gates have dropped items, the first one
 *     counted; default 4
 * @param prompts folder of prompt files that replace built-in ones, or null
 * @param fresh whether recorded answers are left aside; default false
 * @param budget what it may spend; null sets no cap. No part of what makes two recipes the same
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recipe(
    String name,
    List<String> material,
    String author,
    List<String> lessons,
    Items items,
    Integer options,
    QuizMode quiz,
    Integer reAsks,
    Integer rounds,
    Gates gates,
    Temperature temperature,
    MaxTokens maxTokens,
    String prompts,
    Boolean fresh,
    Budget budget) {

  /** How many items of each level, 0 to 20. */
  public record Items(Integer easy, Integer medium, Integer hard) {
    public Items {
      easy = orElse(easy, 3);
      medium = orElse(medium, 3);
      hard = orElse(hard, 3);
    }

    /** How many of a level. */
    public int of(Level level) {
      return switch (level) {
        case EASY -> easy;
        case MEDIUM -> medium;
        case HARD -> hard;
      };
    }

    /** How many in all. */
    public int count() {
      return easy + medium + hard;
    }
  }

  /**
   * What an item must pass; null is the author's own model, as a default that can always run.
   *
   * @param judge alias of the model that answers the three audit questions; {@code none} for nobody
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Gates(ClosedBook closedBook, WithContext withContext, String judge) {
    /** In the place of a judge: nobody. */
    public static final String NOBODY = "none";
  }

  /**
   * Items that models answer without the context are dropped.
   *
   * @param models aliases; an empty list leaves the gate out
   * @param tries sheets that each model sits; default 3
   * @param dropFrom an item is dropped if some model is right in so many tries; default all
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record ClosedBook(List<String> models, Integer tries, Integer dropFrom) {
    public ClosedBook {
      models = models == null ? null : List.copyOf(models);
      tries = orElse(tries, 3);
      dropFrom = orElse(dropFrom, tries);
    }
  }

  /**
   * Items that models with the context do not answer are suspect, and dropped.
   *
   * @param models aliases; an empty list leaves the gate out
   * @param tries sheets that each model sits, each with the options in another order; default 2
   * @param keepFrom an item is kept if every model is right in so many tries; default all
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record WithContext(List<String> models, Integer tries, Integer keepFrom) {
    public WithContext {
      models = models == null ? null : List.copyOf(models);
      tries = orElse(tries, 2);
      keepFrom = orElse(keepFrom, tries);
    }
  }

  /** Sampling temperatures from 0 to 2; default 0.7 for authors, else 0. */
  public record Temperature(Double author, Double lesson, Double judge, Double quiz) {
    public Temperature {
      author = orElse(author, 0.7);
      lesson = orElse(lesson, 0.0);
      judge = orElse(judge, 0.0);
      quiz = orElse(quiz, 0.0);
    }
  }

  /** The largest reply to each kind of call, in tokens; default 4000, 1500, 2000 and 200. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record MaxTokens(Integer author, Integer lesson, Integer judge, Integer sheet) {
    public MaxTokens {
      author = orElse(author, 4000);
      lesson = orElse(lesson, 1500);
      judge = orElse(judge, 2000);
      sheet = orElse(sheet, 200);
    }
  }

  public Recipe {
    material = material == null ? List.of() : List.copyOf(material);
    lessons = lessons == null ? List.of() : List.copyOf(lessons);
    items = orElse(items, new Items(null, null, null));
    options = orElse(options, 4);
    quiz = orElse(quiz, QuizMode.SHEET);
    reAsks = orElse(reAsks, 3);
    rounds = orElse(rounds, 4);
    gates = withDefaults(orElse(gates, new Gates(null, null, null)), author);
    temperature = orElse(temperature, new Temperature(null, null, null, null));
    maxTokens = orElse(maxTokens, new MaxTokens(null, null, null, null));
    fresh = orElse(fresh, false);
  }

  /** The recipe of a command line that names no file: everything else takes its default. */
  public static Recipe of(String name, String author) {
    return new Recipe(
        name, null, author, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  private static Gates withDefaults(Gates gates, String author) {
    List<String> own = author == null ? List.of() : List.of(author);
    ClosedBook closed = orElse(gates.closedBook(), new ClosedBook(null, null, null));
    WithContext open = orElse(gates.withContext(), new WithContext(null, null, null));
    return new Gates(
        new ClosedBook(orElse(closed.models(), own), closed.tries(), closed.dropFrom()),
        new WithContext(orElse(open.models(), own), open.tries(), open.keepFrom()),
        orElse(gates.judge(), author));
  }

  /** Whether a model judges items. */
  public boolean hasJudge() {
    return gates.judge() != null && !gates.judge().equals(Gates.NOBODY);
  }

  /** All models that it names. */
  public Set<String> models() {
    Set<String> models = new LinkedHashSet<>();
    models.add(author);
    models.addAll(lessons);
    models.addAll(gates.closedBook().models());
    models.addAll(gates.withContext().models());
    if (hasJudge()) {
      models.add(gates.judge());
    }
    models.removeIf(Objects::isNull);
    return new TreeSet<>(models);
  }

  /**
   * The same with other models, under another name.
   *
   * @param other the alias in the place of one
   */
  public Recipe with(UnaryOperator<String> other, String otherName) {
    return new Recipe(
        otherName,
        material,
        other.apply(author),
        others(lessons, other),
        items,
        options,
        quiz,
        reAsks,
        rounds,
        new Gates(
            new ClosedBook(
                others(gates.closedBook().models(), other),
                gates.closedBook().tries(),
                gates.closedBook().dropFrom()),
            new WithContext(
                others(gates.withContext().models(), other),
                gates.withContext().tries(),
                gates.withContext().keepFrom()),
            hasJudge() ? other.apply(gates.judge()) : gates.judge()),
        temperature,
        maxTokens,
        prompts,
        fresh,
        budget);
  }

  private static List<String> others(List<String> aliases, UnaryOperator<String> other) {
    return aliases.stream().map(other).distinct().toList();
  }

  /** The same without what is no part of its identity: places and money. */
  public Recipe identity() {
    return new Recipe(
        name,
        null,
        author,
        lessons,
        items,
        options,
        quiz,
        reAsks,
        rounds,
        gates,
        temperature,
        maxTokens,
        null,
        fresh,
        null);
  }

  private static <T> T orElse(T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
