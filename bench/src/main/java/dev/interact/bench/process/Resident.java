package dev.interact.bench.process;

import dev.interact.cli.CommandFailed;
import java.util.concurrent.TimeUnit;

/** Watches the memory of a process that does not run for long. */
public final class Resident {
  private static final long PERIOD_MILLIS = 50;

  private Resident() {}

  /** Waits for the end of a process; gives the most bytes that it had in memory, as last seen. */
  public static long untilEnd(Process process) {
    long most = 0;
    try {
      while (!process.waitFor(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
        most = Math.max(most, Proc.resident(process.pid()));
      }
      return most;
    } catch (InterruptedException e) {
      process.destroy();
      throw CommandFailed.interrupted("Interrupted.");
    }
  }
}
