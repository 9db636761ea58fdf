package dev.interact.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a JVM keeps of a program for its later starts. Any JVM keeps the classes; that is soon done.
 * From JDK 25 on one that is told to learn keeps them linked, with what it saw of their methods:
 * another third less work for a start, but it takes longer to start itself, and the most of a
 * minute of two cores when it stops.
 */
final class Archive {
  private static final int WITH_AOT_CACHE = 25;

  private final Path learnt;
  private final Path classes;
  private final Optional<Path> unfinished;
  private final List<Path> jars;
  private final long begun = System.currentTimeMillis();

  private Archive(Path learnt, Path classes, Optional<Path> unfinished, List<Path> jars) {
    this.learnt = learnt;
    this.classes = classes;
    this.unfinished = unfinished;
    this.jars = jars;
  }

  /** The archive of a program whose class path has these jars; what is older is deleted. */
  static Archive of(Path folder, String name, List<Path> jars, boolean learns) {
    var learnt = folder.resolve(name + "-" + Runtime.version() + ".aot");
    var classes = folder.resolve(name + ".jsa");
    // The JVM leaves an archive of changed jars alone, unused and in the way of a new one.
    List.of(learnt, classes).forEach(file -> deleteIfOlder(file, jars));
    var unfinished = folder.resolve("unfinished-" + UUID.randomUUID() + ".aot");
    boolean writes =
        learns && Runtime.version().feature() >= WITH_AOT_CACHE && !Files.exists(learnt);
    return new Archive(learnt, classes, Optional.of(unfinished).filter(file -> writes), jars);
  }

  /** Whether the JVM learns. */
  boolean learns() {
    return unfinished.isPresent();
  }

  /** What the JVM is told, to use what there is or to write it. */
  List<String> options() {
    if (learns()) {
      return List.of("-XX:AOTCacheOutput=" + unfinished.get());
    }
    return Files.exists(learnt)
        ? List.of("-XX:AOTCache=" + learnt)
        : List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + classes);
  }

  /**
   * What a JVM with both compilers is told on top: those who learn compile with C1 alone, and a
   * method that C1 alone has compiled then never comes to C2.
   */
  List<String> optionsOfBothCompilers() {
    return !learns() && Files.exists(learnt)
        ? List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining")
        : List.of();
  }

  /** Keeps what a JVM that is gone has learnt, unless its program has been built anew since. */
  void keep() {
    if (isAnyNewer(jars, begun)) {
      discard();
      return;
    }
    try {
      if (learns() && Files.exists(unfinished.get())) {
        Files.move(unfinished.get(), learnt, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets what a JVM that was killed may have written, and what it was to be made of. */
  void discard() {
    unfinished.ifPresent(
        file -> {
          delete(file);
          delete(file.resolveSibling(file.getFileName() + ".config"));
        });
  }

  private static void deleteIfOlder(Path file, List<Path> jars) {
    if (isAnyNewer(jars, file.toFile().lastModified())) {
      delete(file);
    }
  }

  private static boolean isAnyNewer(List<Path> jars, long moment) {
    return jars.stream().anyMatch(jar -> jar.toFile().lastModified() > moment);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
