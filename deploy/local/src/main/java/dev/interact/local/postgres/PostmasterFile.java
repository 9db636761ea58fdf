package dev.interact.local.postgres;

import dev.interact.local.process.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid}, in which a running PostgreSQL describes itself: line 1 is its process
 * number, line 3 when it started in seconds, line 8 its state.
 */
record PostmasterFile(Path path) {

  static PostmasterFile in(Path data) {
    return new PostmasterFile(data.resolve("postmaster.pid"));
  }

  boolean saysReady(long pid) {
    var lines = lines();
    return lines.size() >= 8 && parse(lines.get(0)) == pid && lines.get(7).startsWith("ready");
  }

  /** The PostgreSQL that wrote the file, if it still runs and really is one. */
  Optional<ProcessId> owner() {
    var lines = lines();
    if (lines.size() < 3) {
      return Optional.empty();
    }
    return Optional.of(new ProcessId(parse(lines.get(0)), 1000 * parse(lines.get(2))))
        .filter(PostmasterFile::isPostgres);
  }

  /**
   * Removes a file whose owner is gone. PostgreSQL does that itself unless the process number is in
   * use again, by anything.
   */
  void deleteIfStale() throws IOException {
    if (owner().isEmpty()) {
      Files.deleteIfExists(path);
    }
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean isPostgres(ProcessId owner) {
    return owner
        .handle()
        .flatMap(process -> process.info().command())
        .filter(command -> command.endsWith("/postgres"))
        .isPresent();
  }

  private static long parse(String line) {
    return Long.parseLong(line.strip());
  }
}
