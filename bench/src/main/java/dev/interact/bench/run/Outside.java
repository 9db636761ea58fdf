package dev.interact.bench.run;

import dev.interact.bench.process.Resident;
import dev.interact.cli.CommandFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command of a checkout as its users run it: the script, in a process of its own.
 *
 * @param root the checkout
 * @param folder the data of what it starts, and its log
 */
public record Outside(Path root, Path folder) {
  private static final String DATA = "INTERACT_DATA";

  /**
   * A command that ended well.
   *
   * @param from when it was called, microseconds since the epoch
   * @param to when it was over, microseconds since the epoch
   * @param residentBytes what it had in memory at most, without what it started; 0 where unknown
   */
  public record Ended(long from, long to, long residentBytes) {
    public double seconds() {
      return (to - from) / 1e6;
    }
  }

  /**
   * Runs a command to its end.
   *
   * @throws CommandFailed if it does not end well
   */
  public Ended run(Object... arguments) {
    List<String> command =
        Stream.concat(Stream.of(root.resolve("interact")), Stream.of(arguments))
            .map(Object::toString)
            .toList();
    Path log = folder.resolve("command.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put(DATA, folder.resolve("data").toString());
    try {
      long begin = Clock.now();
      Process process = builder.start();
      long resident = Resident.untilEnd(process);
      long end = Clock.now();
      if (process.exitValue() != 0) {
        throw CommandFailed.unexpected(
            "'%s' failed; what it printed is in %s.".formatted(String.join(" ", command), log),
            null);
      }
      return new Ended(begin, end, resident);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
