package dev.interact.local.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Commands made of others. */
public final class CommandLine {

  private CommandLine() {}

  /**
   * In a session of its own a child does not get the terminal's Ctrl-C, and we can stop all in
   * order. Where there is no {@code setsid} (macOS) it does; all of them stop cleanly then too.
   */
  public static List<String> inOwnSession(List<String> command) {
    return find("setsid").map(setsid -> join(List.of(setsid), command)).orElse(command);
  }

  public static List<String> join(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** A program on the PATH. */
  public static Optional<String> find(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
