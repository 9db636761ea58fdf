package dev.interact.cli.dataset;

import dev.interact.cli.CommandFailed;
import dev.interact.preparation.set.DataSet;
import dev.interact.study.input.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data sets of a folder. */
public final class Sets {
  /** Where they are unless the user says otherwise. */
  public static final String FOLDER = "sets";

  /** What a command says of the data set that it takes. */
  public static final String DESCRIPTION =
      "The data set: its folder, or its name, NAME-VERSION or NAME@VERSION in the folder 'sets'.";

  private Sets() {}

  /** One that is listed: a set, or why a folder that looks like one is none. */
  record Listed(Path folder, Optional<DataSet> set, String problem) {}

  /** All of a folder, sorted by the names of theirs; none where it is not there. */
  static List<Listed> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(one -> !one.getFileName().toString().startsWith("."))
          .filter(DataSet::isIn)
          .sorted()
          .map(Sets::listed)
          .toList();
    } catch (IOException e) {
      throw CommandFailed.unexpected("%s cannot be listed: %s.".formatted(folder, e), e);
    }
  }

  private static Listed listed(Path folder) {
    try {
      return new Listed(folder, Optional.of(DataSet.read(folder)), null);
    } catch (InvalidInput e) {
      return new Listed(folder, Optional.empty(), e.getMessage());
    }
  }

  /**
   * Finds a data set as users name it.
   *
   * @throws CommandFailed if there is none, or more than one version of a name
   * @throws InvalidInput if its manifest was changed
   */
  public static DataSet find(String name) {
    return find(name, Path.of(FOLDER));
  }

  static DataSet find(String name, Path sets) {
    Path folder = Path.of(name);
    if (DataSet.isIn(folder)) {
      return DataSet.read(folder);
    }
    List<DataSet> named =
        in(sets).stream()
            .flatMap(one -> one.set().stream())
            .filter(set -> isCalled(set, name))
            .toList();
    if (named.isEmpty() && Files.isDirectory(folder)) {
      return DataSet.read(folder);
    }
    return switch (named.size()) {
      case 0 ->
          throw CommandFailed.wrongInput(
              "There is no data set %s, neither a folder nor in '%s' (see interact dataset list)."
                  .formatted(name, sets));
      case 1 -> named.getFirst();
      default ->
          throw CommandFailed.wrongInput(
              "There are %d versions of %s in '%s'; name one of them: %s."
                  .formatted(named.size(), name, sets, references(named)));
    };
  }

  private static boolean isCalled(DataSet set, String name) {
    return Stream.of(set.manifest().name(), set.manifest().folder(), set.reference())
        .anyMatch(name::equals);
  }

  private static String references(List<DataSet> sets) {
    return String.join(", ", sets.stream().map(DataSet::reference).toList());
  }
}
