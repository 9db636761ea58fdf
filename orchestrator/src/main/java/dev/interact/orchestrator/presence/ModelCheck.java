package dev.interact.orchestrator.presence;

import dev.interact.contracts.Role;
import dev.interact.contracts.Topics;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.Cell;
import dev.interact.study.Condition;
import dev.interact.study.Human;
import dev.interact.study.Matrix;
import dev.interact.study.StudyFile;
import dev.interact.study.input.Problem;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says what is wrong with the models that some cell of a study, or a preparation, uses. */
@Singleton
public class ModelCheck {
  private final ModelRegistry registry;
  private final Pools pools;
  private final Presence presence;

  ModelCheck(ModelRegistry registry, Pools pools, Presence presence) {
    this.pools = pools;
    this.registry = registry;
    this.presence = presence;
  }

  /** An alias, the study file's field that names it, and the role that calls it. */
  private record Use(String alias, String field, Role role) {
    Problem problem(String why) {
      return new Problem(null, 0, field, why);
    }

    String unheardOf() {
      return "No %s-service has the model alias '%s' in its registry."
          .formatted(role.label(), alias);
    }
  }

  /** The aliases of a study that the registry does not have. */
  public List<Problem> unknown(StudyFile study) {
    return unknown(uses(study));
  }

  /** The aliases of a recipe that the registry does not have. */
  public List<Problem> unknown(Recipe recipe) {
    return unknown(uses(recipe));
  }

  private List<Problem> unknown(Stream<Use> uses) {
    return uses.filter(use -> registry.find(use.alias()).isEmpty())
        .flatMap(use -> registry.problem(use.alias()).map(use::problem).stream())
        .distinct()
        .toList();
  }

  /**
   * The aliases of the registry that no living worker of their role can call; none while none of
   * them lives.
   */
  public List<Problem> unusable(StudyFile study) {
    return unusable(uses(study));
  }

  /** As {@link #unusable(StudyFile)}. */
  public List<Problem> unusable(Recipe recipe) {
    return unusable(uses(recipe));
  }

  private List<Problem> unusable(Stream<Use> uses) {
    return uses.filter(use -> registry.find(use.alias()).isPresent())
        .flatMap(use -> unusable(use).map(use::problem).stream())
        .distinct()
        .toList();
  }

  /** Workers of one role and pool. */
  public record Crew(Role role, String pool) {}

  /** Those who have to serve a study. */
  public Set<Crew> crews(StudyFile study) {
    return crews(uses(study));
  }

  /** Those who have to serve a preparation. */
  public Set<Crew> crews(Recipe recipe) {
    return crews(uses(recipe));
  }

  private Set<Crew> crews(Stream<Use> uses) {
    Set<Crew> crews = new LinkedHashSet<>();
    uses.forEach(use -> crews.add(new Crew(use.role(), pools.of(use.alias()))));
    crews.add(new Crew(Role.QUIZ, Topics.DEFAULT_POOL));
    return crews;
  }

  private static Stream<Use> uses(StudyFile study) {
    List<Cell> cells = Matrix.cells(study);
    return Stream.of(
            uses(where(cells, cell -> !isBound(cell)), Cell::student, "students", Role.STUDENT),
            uses(where(cells, ModelCheck::isBound), Cell::student, "students", Role.TEACHER),
            uses(cells, Cell::teacher, "teachers", Role.TEACHER),
            uses(cells, Cell::lessonAuthor, "lesson_authors", Role.TEACHER))
        .flatMap(found -> found);
  }

  private static Stream<Use> uses(Recipe recipe) {
    Recipe.Gates gates = recipe.gates();
    return Stream.of(
            uses(List.of(recipe.author()), "author", Role.TEACHER),
            uses(recipe.lessons(), "lessons", Role.TEACHER),
            uses(gates.closedBook().models(), "gates.closed_book.models", Role.STUDENT),
            uses(gates.withContext().models(), "gates.with_context.models", Role.TEACHER),
            uses(
                recipe.hasJudge() ? List.of(gates.judge()) : List.of(),
                "gates.judge",
                Role.TEACHER))
        .flatMap(found -> found);
  }

  private static Stream<Use> uses(List<String> aliases, String field, Role role) {
    return aliases.stream().distinct().map(alias -> new Use(alias, field, role));
  }

  /** Whether the student's model sees the context, which student-service must not. */
  private static boolean isBound(Cell cell) {
    return cell.condition() == Condition.FULL_CONTEXT;
  }

  private static List<Cell> where(List<Cell> cells, Predicate<Cell> condition) {
    return cells.stream().filter(condition).toList();
  }

  private static Stream<Use> uses(
      List<Cell> cells, Function<Cell, String> alias, String field, Role role) {
    return cells.stream()
        .map(alias)
        .filter(Objects::nonNull)
        .filter(name -> !Human.is(name))
        .distinct()
        .map(name -> new Use(name, field, role));
  }

  private Optional<String> unusable(Use use) {
    List<Heartbeat.OfWorker> workers =
        presence.living().stream()
            .filter(worker -> worker.role() == use.role())
            .filter(worker -> worker.pool().equals(pools.of(use.alias())))
            .toList();
    if (workers.isEmpty()
        || workers.stream().anyMatch(worker -> worker.usable().contains(use.alias()))) {
      return Optional.empty();
    }
    return workers.stream()
        .map(worker -> worker.unusable().get(use.alias()))
        .filter(Objects::nonNull)
        .findFirst()
        .or(() -> Optional.of(use.unheardOf()));
  }
}
