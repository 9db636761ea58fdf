package dev.interact.cli.results;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.api.Summary;
import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a study's results. It is written beside its place and then moved there, so that it
 * is whole or not there; one that belongs to another study of the same name is left alone, and the
 * next free of {@code name-2}, {@code name-3} … is taken.
 */
final class ResultsFolder {
  static final String SUMMARY = "summary.json";

  private final Path place;

  private ResultsFolder(Path place) {
    this.place = place;
  }

  /** Writes the files of a folder. */
  interface Content {
    void write(Path folder) throws IOException;
  }

  /** The folder for a study among all results. */
  static ResultsFolder of(Path results, Summary.Study study) {
    Path place = results.resolve(study.name());
    for (int number = 2; !isFree(place, study.id()); number++) {
      place = results.resolve(study.name() + "-" + number);
    }
    return new ResultsFolder(place);
  }

  Path place() {
    return place;
  }

  private static boolean isFree(Path place, String study) {
    if (!Files.exists(place)) {
      return true;
    }
    try {
      byte[] summary = Files.readAllBytes(place.resolve(SUMMARY));
      return study.equals(Json.read(summary, Summary.class).study().id());
    } catch (IOException | UnreadableMessage | NullPointerException e) {
      return false;
    }
  }

  /** Writes the folder in place of an earlier one; what else the user keeps there stays. */
  void replace(Content content) {
    Path unfinished = sibling("unfinished");
    try {
      Files.createDirectories(unfinished);
      content.write(unfinished);
      swap(unfinished);
    } catch (IOException e) {
      throw unwritable(e);
    } catch (UncheckedIOException e) {
      throw unwritable(e.getCause());
    } finally {
      delete(unfinished);
    }
  }

  private CommandFailed unwritable(IOException e) {
    return CommandFailed.unexpected(
        "The results cannot be written to %s: %s. The study itself is recorded: make room there, or name another folder with --results, and run the same command again."
            .formatted(place, reason(e)),
        e);
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException failed) {
      return failed.getReason() == null ? failed.toString() : failed.getReason();
    }
    return e.getMessage();
  }

  /** What has not become the place is of no use to anybody. */
  private static void delete(Path unfinished) {
    try {
      if (Files.exists(unfinished)) {
        deleteAll(unfinished);
      }
    } catch (IOException e) {
      // The reason why the results could not be written says more.
    }
  }

  private static void deleteAll(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      for (Path file : list(path)) {
        deleteAll(file);
      }
    }
    Files.delete(path);
  }

  private void swap(Path finished) throws IOException {
    Path earlier = sibling("earlier");
    boolean replaces = Files.exists(place);
    if (replaces) {
      Files.move(place, earlier, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (replaces) {
        Files.move(earlier, place, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
    if (replaces) {
      keepOthers(earlier, place);
    }
  }

  private static void keepOthers(Path earlier, Path place) throws IOException {
    for (Path file : list(earlier)) {
      Path kept = place.resolve(file.getFileName());
      if (!Files.exists(kept)) {
        Files.move(file, kept);
      } else if (Files.isDirectory(file) && Files.isDirectory(kept)) {
        keepOthers(file, kept);
      } else {
        deleteAll(file);
      }
    }
    Files.delete(earlier);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** A hidden folder of this process beside the place. */
  private Path sibling(String what) {
    return place.resolveSibling(
        ".%s.%s-%d".formatted(place.getFileName(), what, ProcessHandle.current().pid()));
  }
}
