package dev.interact.cli.input;

import dev.interact.registry.ModelRegistry;
import dev.interact.study.Cell;
import dev.interact.study.Human;
import dev.interact.study.Matrix;
import dev.interact.study.StudyFile;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The models that a study calls. */
public final class ModelAliases {
  private ModelAliases() {}

  /**
   * Checks them against a model registry.
   *
   * @throws InvalidInput if one is not in it, or its key is not set
   */
  public static void check(StudyFile study, ModelRegistry registry) {
    InvalidInput.throwIfAny(
        of(study).stream()
            .flatMap(alias -> registry.problem(alias).stream())
            .map(sentence -> new Problem(null, 0, null, sentence))
            .toList());
  }

  /** Those that some dialogue calls, each once. */
  static List<String> of(StudyFile study) {
    return Matrix.cells(study).stream()
        .flatMap(ModelAliases::of)
        .filter(Objects::nonNull)
        .filter(alias -> !Human.is(alias))
        .distinct()
        .toList();
  }

  private static Stream<String> of(Cell cell) {
    return Stream.of(cell.student(), cell.teacher(), cell.lessonAuthor());
  }
}
