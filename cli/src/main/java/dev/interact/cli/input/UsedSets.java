package dev.interact.cli.input;

import dev.interact.preparation.set.DataSet;
import dev.interact.preparation.set.SetManifest;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The data sets that a study's concept files are of; unchanged since they were made. */
public record UsedSets(List<SetManifest> sets) {
  private static final String WAY_OUT =
      "interact dataset verify %s says what differs; bring the set back as it was, or copy the concept file to a folder outside of it and name that one in the study";

  /**
   * Finds and checks them.
   *
   * @throws InvalidInput if one was changed, or a file lies in its folder and is not its own
   */
  static UsedSets of(List<Path> files) {
    Map<String, SetManifest> sets = new LinkedHashMap<>();
    for (Path file : files) {
      Path folder = file.toAbsolutePath().getParent();
      if (DataSet.isIn(folder)) {
        SetManifest set = checked(file, folder);
        sets.putIfAbsent(set.reference(), set);
      }
    }
    return new UsedSets(List.copyOf(sets.values()));
  }

  private static SetManifest checked(Path file, Path folder) {
    try {
      DataSet set = DataSet.read(folder).verify();
      if (!file.getFileName().toString().equals(DataSet.CONCEPTS)) {
        throw InvalidInput.of(file.toString(), "is not the concept file of the data set beside it");
      }
      return set.manifest();
    } catch (InvalidInput e) {
      List<Problem> problems = new ArrayList<>(e.problems());
      problems.add(new Problem(null, 0, null, WAY_OUT.formatted(folder)));
      throw new InvalidInput(problems);
    }
  }

  /** Each as {@code NAME@VERSION}. */
  List<String> references() {
    return sets.stream().map(SetManifest::reference).toList();
  }

  /**
   * What must be said of students that a set was filtered by.
   *
   * @param idOf the provider's id of a model, where it is known
   */
  List<String> warnings(List<String> students, Function<String, Optional<String>> idOf) {
    return sets.stream()
        .flatMap(
            set ->
                students.stream()
                    .filter(student -> isFilter(student, idOf.apply(student), set))
                    .map(student -> sentence(student, set)))
        .toList();
  }

  /** By the provider's id where both are known, for an alias may mean another model elsewhere. */
  private static boolean isFilter(String student, Optional<String> id, SetManifest set) {
    return set.recipe().gates().closedBook().models().stream()
        .anyMatch(
            filter -> {
              String filterId = set.models().get(filter);
              return filterId == null || id.isEmpty()
                  ? Objects.equals(filter, student)
                  : filterId.equals(id.get());
            });
  }

  private static String sentence(String student, SetManifest set) {
    return "Student %s was a closed-book filter of data set %s: items that it answered without the context were dropped, so that its closed-book accuracy is too low (docs/data-sets.md)."
        .formatted(student, set.reference());
  }
}
