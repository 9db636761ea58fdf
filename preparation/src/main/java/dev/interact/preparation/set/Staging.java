package dev.interact.preparation.set;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is filled beside its place and moved there when it is whole, or not at all. */
public final class Staging implements Closeable {
  private final Path parent;
  private final Path folder;

  private Staging(Path parent, Path folder) {
    this.parent = parent;
    this.folder = folder;
  }

  /**
   * An empty folder.
   *
   * @param parent where it is moved to; made where it is not there
   */
  public static Staging in(Path parent, String name) throws IOException {
    Path home = Files.createDirectories(parent.toAbsolutePath().normalize());
    Path folder = home.resolve(".%s.unfinished-%d".formatted(name, ProcessHandle.current().pid()));
    delete(folder);
    return new Staging(home, Files.createDirectory(folder));
  }

  /** Where to write. */
  public Path folder() {
    return folder;
  }

  /**
   * Moves the folder to its place.
   *
   * @return the place
   */
  public Path finish(String name) throws IOException {
    return Files.move(folder, parent.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes what was not moved. */
  @Override
  public void close() throws IOException {
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.delete(file);
        }
      }
    }
  }
}
