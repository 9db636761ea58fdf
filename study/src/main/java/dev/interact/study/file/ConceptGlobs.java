package dev.interact.study.file;

import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Expands the glob patterns of a study. */
final class ConceptGlobs {
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  private final List<Path> folders;
  private final String studyFile;
  private final List<Problem> problems = new ArrayList<>();

  ConceptGlobs(List<Path> folders, String studyFile) {
    this.folders = List.copyOf(folders);
    this.studyFile = studyFile;
  }

  List<Path> expand(List<String> globs) {
    Set<Path> seen = new HashSet<>();
    List<Path> files = new ArrayList<>();
    for (int index = 0; index < globs.size(); index++) {
      for (Path file : expand(globs.get(index), "concepts[" + index + "]")) {
        if (seen.add(identity(file))) {
          files.add(file);
        }
      }
    }
    InvalidInput.throwIfAny(problems);
    return files;
  }

  private List<Path> expand(String glob, String field) {
    try {
      for (Path folder : folders) {
        List<Path> matches = matches(folder, glob);
        if (!matches.isEmpty()) {
          return matches;
        }
      }
      refuse(field, "no file matches '%s' (seen from %s)".formatted(glob, places()));
    } catch (PatternSyntaxException | InvalidPathException e) {
      refuse(
          field,
          "'%s' is no glob pattern: %s".formatted(glob, e.getMessage().lines().findFirst().get()));
    } catch (IOException | UncheckedIOException e) {
      refuse(field, "'%s' leads where nothing can be read: %s".formatted(glob, e.getMessage()));
    }
    return List.of();
  }

  /** Walks from the deepest folder that the pattern names without a wildcard. */
  private static List<Path> matches(Path folder, String glob) throws IOException {
    int wildcard = firstWildcard(glob);
    if (wildcard < 0) {
      Path file = folder.resolve(glob);
      return Files.isRegularFile(file) ? List.of(file) : List.of();
    }
    int slash = glob.lastIndexOf('/', wildcard);
    Path base = folder.resolve(glob.substring(0, slash + 1));
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + glob.substring(slash + 1));
    if (!Files.isDirectory(base)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(base, FileVisitOption.FOLLOW_LINKS)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> matcher.matches(base.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static int firstWildcard(String glob) {
    var found = WILDCARD.matcher(glob);
    return found.find() ? found.start() : -1;
  }

  private static Path identity(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  private String places() {
    return folders.stream()
        .map(folder -> folder.toAbsolutePath().normalize().toString())
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private void refuse(String field, String message) {
    problems.add(new Problem(studyFile, 0, field, message));
  }
}
