package dev.interact.bench.run;

import dev.interact.bench.load.Load;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the user wants of all cases.
 *
 * @param root the checkout whose services are measured
 * @param folder for all data; empty
 * @param warmUpSeconds how long a load is run before it is measured
 * @param calls model calls of a load, instead of what its case wants
 * @param concepts a file of concepts for the case that takes some
 * @param isLong whether what takes an hour is measured too
 * @param hasLoop whether a loop without Interact is run beside
 * @param told is given lines for a person
 */
public record Setting(
    Path root,
    Path folder,
    double warmUpSeconds,
    Optional<Integer> calls,
    Optional<Path> concepts,
    boolean isLong,
    boolean hasLoop,
    Consumer<String> told) {

  /** A folder of the data's, which is made. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A load with as many calls as the user wants, or else that of the case. */
  public Load sized(Load load) {
    return calls.map(load::withCalls).orElse(load);
  }
}
