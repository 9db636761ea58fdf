package dev.interact.orchestrator.submission;

import dev.interact.contracts.Role;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.orchestrator.presence.Presence;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.Cell;
import dev.interact.study.Matrix;
import dev.interact.study.StudyFile;
import dev.interact.study.input.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says what is wrong with the models that some cell of a study uses. */
@Singleton
class ModelCheck {
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
  }

  /** The aliases that the registry does not have. */
  List<Problem> unknown(StudyFile study) {
    return uses(study)
        .filter(use -> registry.find(use.alias()).isEmpty())
        .flatMap(use -> registry.problem(use.alias()).map(use::problem).stream())
        .toList();
  }

  /** The aliases that no living worker of their role can call; none while none of them lives. */
  List<Problem> unusable(StudyFile study) {
    return uses(study).flatMap(use -> unusable(use).map(use::problem).stream()).toList();
  }

  private static Stream<Use> uses(StudyFile study) {
    List<Cell> cells = Matrix.cells(study);
    return Stream.of(
            uses(cells, Cell::student, "students", Role.STUDENT),
            uses(cells, Cell::teacher, "teachers", Role.TEACHER),
            uses(cells, Cell::lessonAuthor, "lesson_authors", Role.TEACHER))
        .flatMap(found -> found);
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
    boolean usable =
        workers.stream().anyMatch(worker -> !worker.unusable().containsKey(use.alias()));
    return usable
        ? Optional.empty()
        : workers.stream().map(worker -> worker.unusable().get(use.alias())).findFirst();
  }
}
