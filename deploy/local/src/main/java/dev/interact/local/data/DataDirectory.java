package dev.interact.local.data;

import java.nio.file.Path;

/** The layout of a data directory. */
public record DataDirectory(Path path) {

  public DataDirectory {
    path = path.toAbsolutePath().normalize();
  }

  public Path kafka() {
    return path.resolve("kafka");
  }

  public Path postgres() {
    return path.resolve("postgres");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  /** See {@link DirectoryLock}. */
  public Path lock() {
    return path.resolve("lock");
  }

  /** See {@link StackState}. */
  public Path state() {
    return path.resolve("stack.json");
  }
}
