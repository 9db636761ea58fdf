package dev.interact.preparation.set;

import dev.interact.preparation.set.SetManifest.FileSeal;
import dev.interact.study.input.Problem;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compares a data set's files with what its manifest says of them. */
final class SetCheck {
  private static final Set<String> UNSEALED = Set.of(DataSet.MANIFEST, DataSet.README);

  private final Path folder;
  private final Map<String, FileSeal> files;

  SetCheck(Path folder, Map<String, FileSeal> files) {
    this.folder = folder;
    this.files = new TreeMap<>(files);
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    files.forEach((path, seal) -> difference(path, seal).ifPresent(problems::add));
    try {
      strangers().forEach(path -> problems.add(problem(path, "is no part of the data set")));
    } catch (IOException e) {
      problems.add(new Problem(folder.toString(), 0, null, "cannot be listed: " + e.getMessage()));
    }
    return problems;
  }

  private Optional<Problem> difference(String path, FileSeal seal) {
    Path file = folder.resolve(path);
    if (!Files.isRegularFile(file)) {
      return Optional.of(problem(path, "is missing"));
    }
    try {
      FileSeal found = Sha256.of(file);
      return found.equals(seal) ? Optional.empty() : Optional.of(problem(path, said(seal, found)));
    } catch (IOException e) {
      return Optional.of(problem(path, "cannot be read: " + e.getMessage()));
    }
  }

  private static String said(FileSeal seal, FileSeal found) {
    return found.bytes() == seal.bytes()
        ? "was changed: its content has another hash than when the set was made"
        : "was changed: it has %,d bytes, and had %,d when the set was made"
            .formatted(found.bytes(), seal.bytes());
  }

  /** Files that are not the set's; hidden ones are left alone, for systems leave such anywhere. */
  private List<String> strangers() throws IOException {
    try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return walk.filter(file -> !Files.isDirectory(file))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !files.containsKey(path) && !UNSEALED.contains(path))
          .sorted()
          .toList();
    }
  }

  private Problem problem(String path, String message) {
    return new Problem(folder.resolve(path).toString(), 0, null, message);
  }
}
