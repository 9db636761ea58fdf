package dev.interact.system;

import dev.interact.local.process.ChildProcess;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How a worker's process calls itself, as its log says. */
final class Incarnation {
  private static final Pattern SAYS = Pattern.compile("worker (\\S+) takes requests of pool");

  private Incarnation() {}

  /** The name of the process that was started last. */
  static String of(ChildProcess process) {
    return SAYS.matcher(Fence.read(process.log()))
        .results()
        .map(MatchResult::group)
        .map(line -> line.split(" ")[1])
        .reduce((earlier, last) -> last)
        .orElseThrow(() -> new IllegalStateException(process.name() + " says no name"));
  }
}
