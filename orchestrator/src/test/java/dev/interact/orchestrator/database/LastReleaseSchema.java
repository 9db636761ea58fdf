package dev.interact.orchestrator.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What statements of the last release depend on, a line each: the parts of its schema, its
 * migrations, and the constants that stand in its columns.
 */
record LastReleaseSchema(Set<String> lines) {
  private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");
  private static final Pattern CONTRACT =
      Pattern.compile("(?m)^-- contract: ((?:unique )?\\S+ \\S+), (\\S.*)");

  static LastReleaseSchema read(Path file) throws IOException {
    return new LastReleaseSchema(new TreeSet<>(Files.readAllLines(file)));
  }

  /** Why its statements would fail; empty where all of them would be as they were. */
  List<String> problems(List<Part> schema, Collection<String> constants, Set<String> contracted) {
    Set<String> lost = new TreeSet<>(lines);
    schema.forEach(part -> lost.remove(part.toString()));
    lost.removeAll(constants);
    Stream<String> gone = lost.stream().map(line -> "gone: " + line);
    Stream<String> demanding =
        schema.stream().filter(this::isTooMuch).map(part -> "too much for it: " + part);
    return Stream.concat(gone, demanding)
        .filter(
            problem -> contracted.stream().noneMatch(name -> problem.contains(": " + name + " ")))
        .toList();
  }

  /** Whether rows that it writes could be refused because of a part that it does not know. */
  private boolean isTooMuch(Part part) {
    return part.demanding()
        && !lines.contains(part.toString())
        && lines.contains("table " + part.of())
        && (part.kind().equals("column")
            || part.columns().stream().anyMatch(c -> has(part.of(), c)));
  }

  private boolean has(String table, String column) {
    return lines.stream()
        .anyMatch(line -> line.startsWith("column %s.%s ".formatted(table, column)));
  }

  /** Names of parts that later migrations say to take away, each with its reason. */
  Set<String> contracted(Path migrations) throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path file : later(migrations)) {
      CONTRACT
          .matcher(Files.readString(file))
          .results()
          .forEach(found -> names.add(found.group(1)));
    }
    return names;
  }

  private List<Path> later(Path migrations) throws IOException {
    List<Path> later = new ArrayList<>();
    try (Stream<Path> files = Files.list(migrations)) {
      for (Path file : files.toList()) {
        var version = VERSION.matcher(file.getFileName().toString());
        if (version.matches()
            && lines.stream()
                .noneMatch(l -> l.startsWith("migration %s ".formatted(version.group(1))))) {
          later.add(file);
        }
      }
    }
    return later;
  }
}
