package dev.interact.orchestrator.presence;

import dev.interact.contracts.Role;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.Cell;
import dev.interact.study.Condition;
import dev.interact.study.Matrix;
import dev.interact.study.StudyFile;
import dev.interact.study.input.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says what is wrong with the models that some cell of a study uses. */
@Singleton
public class ModelCheck {
  private final ModelRegistry registry;
  private final Presence presence;

  ModelCheck(ModelRegistry registry, Presence presence) {
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

  /** The aliases that the registry does not have. */
  public List<Problem> unknown(StudyFile study) {
    return uses(study)
        .filter(use -> registry.find(use.alias()).isEmpty())
        .flatMap(use -> registry.problem(use.alias()).map(use::problem).stream())
        .distinct()
        .toList();
  }

  /**
   * The aliases of the registry that no living worker of their role can call; none while none of
   * them lives.
   */
  public List<Problem> unusable(StudyFile study) {
    return uses(study)
        .filter(use -> registry.find(use.alias()).isPresent())
        .flatMap(use -> unusable(use).map(use::problem).stream())
        .distinct()
        .toList();
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
        .distinct()
        .map(name -> new Use(name, field, role));
  }

  private Optional<String> unusable(Use use) {
    List<Heartbeat.OfWorker> workers =
        presence.living().stream().filter(worker -> worker.role() == use.role()).toList();
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
