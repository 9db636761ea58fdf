package dev.interact.local.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.local.process.ProcessId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * {@code stack.json}: what runs on a data directory, for other commands to find and for the next
 * start to clean up after a supervisor that was killed.
 *
 * @param ready whether all of it is up
 * @param offlineModel null without one
 */
public record StackState(
    ProcessId supervisor,
    boolean ready,
    URI orchestrator,
    String kafka,
    URI offlineModel,
    Map<String, ProcessId> processes) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public static Optional<StackState> read(Path file) {
    try {
      return Optional.of(JSON.readValue(file.toFile(), StackState.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Readers see the old file or the new one, never a part. */
  public void write(Path file) {
    try {
      var unfinished = file.resolveSibling(file.getFileName() + ".new");
      JSON.writerWithDefaultPrettyPrinter().writeValue(unfinished.toFile(), this);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
