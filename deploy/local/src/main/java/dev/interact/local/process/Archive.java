package dev.interact.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/**
 * What a JVM keeps of a program for its later starts: its classes, and from JDK 25 on linked and
 * with what was learnt of their methods. The first JVM to stop writes it, under another name until
 * it is whole. It serves one build of the JVM and of the program.
 *
 * @param file where it is, or will be
 * @param isThere whether there is one, and the JVM uses it
 * @param unfinished where the JVM writes it otherwise
 */
record Archive(Path file, boolean isThere, Path unfinished) {
  private static final int WITH_AOT_CACHE = 25;

  /** The archive of a program whose class path has these jars; one that is older is deleted. */
  static Archive of(Path folder, String name, List<Path> jars) {
    var file = folder.resolve(name + "-" + Runtime.version() + ".jvm");
    long made = file.toFile().lastModified();
    if (jars.stream().anyMatch(jar -> jar.toFile().lastModified() > made)) {
      delete(file);
    }
    var unfinished = folder.resolve("unfinished-" + UUID.randomUUID() + ".jvm");
    return new Archive(file, Files.exists(file), unfinished);
  }

  /** What the JVM is told, to use it or to write it. */
  String option() {
    boolean linked = Runtime.version().feature() >= WITH_AOT_CACHE;
    if (isThere) {
      return (linked ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file;
    }
    return (linked ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + unfinished;
  }

  /** To be called when the JVM that was to write it is gone. */
  void keep() {
    try {
      if (Files.exists(unfinished)) {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To be called when that JVM was killed. */
  void discard() {
    delete(unfinished);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
