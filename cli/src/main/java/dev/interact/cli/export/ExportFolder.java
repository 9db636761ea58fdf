package dev.interact.cli.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.cli.CommandFailed;
import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that an export goes to. It is written beside its place and moved there when it is
 * whole; one that no export wrote is left alone unless the user insists. What else is in it stays.
 */
final class ExportFolder {
  /** The file by which an export is known. */
  static final String MARK = "export.json";

  private final Path place;

  private ExportFolder(Path place) {
    this.place = place;
  }

  /** Writes the files of a folder. */
  interface Content {
    void write(Path folder) throws IOException;
  }

  /**
   * A folder that may be written to.
   *
   * @param force whether it may also be one that no export wrote
   */
  static ExportFolder of(Path folder, boolean force) throws IOException {
    Path place = folder.toAbsolutePath().normalize();
    if (Files.exists(place) && !Files.isDirectory(place)) {
      throw CommandFailed.wrongInput(folder + " is a file; name another folder with --to.");
    }
    if (!force && Files.exists(place) && !list(place).isEmpty() && !isExport(place)) {
      throw CommandFailed.wrongInput(
          "%s is there, and no export wrote it; name another folder with --to, or write into it all the same with --force."
              .formatted(folder));
    }
    return new ExportFolder(place);
  }

  private static boolean isExport(Path folder) throws IOException {
    Path mark = folder.resolve(MARK);
    try {
      return Files.isRegularFile(mark)
          && Json.read(Files.readAllBytes(mark), ObjectNode.class).has("interact_export");
    } catch (UnreadableMessage e) {
      return false;
    }
  }

  /** Writes the folder; where that fails, an earlier one is as it was. */
  void write(Content content) throws IOException {
    Path unfinished =
        place.resolveSibling(
            ".%s.unfinished-%d".formatted(place.getFileName(), ProcessHandle.current().pid()));
    try {
      Files.createDirectories(unfinished);
      content.write(unfinished);
      Files.createDirectories(place);
      for (Path finished : list(unfinished)) {
        Path target = place.resolve(finished.getFileName());
        delete(target);
        Files.move(finished, target);
      }
    } finally {
      delete(unfinished);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
