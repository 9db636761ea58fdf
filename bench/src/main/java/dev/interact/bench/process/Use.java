package dev.interact.bench.process;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a process has used.
 *
 * @param cpuSeconds since its start, with that of its children that have ended
 * @param memoryBytes now: what it has for itself, and its share of what it has in common with
 *     others
 * @param residentBytes the most that it ever had in memory, what it has in common with others
 *     included
 */
record Use(double cpuSeconds, long memoryBytes, long residentBytes) {
  static final Use NOTHING = new Use(0, 0, 0);

  /** Linux counts in hundredths of a second, whatever the kernel's own clock does. */
  private static final double TICKS_A_SECOND = 100;

  /** Of the fields after the command: user, system, children's user, children's system time. */
  private static final int FIRST_TIME = 11;

  private static final int TIMES = 4;

  /**
   * Of the machine's fields: user, nice, system, idle, waiting for disks, two of interrupts,
   * stolen.
   */
  private static final int IDLE = 4;

  private static final int WAITING = 5;
  private static final int LAST_BUSY = 8;

  /**
   * Reads what Linux tells of a process.
   *
   * @param stat the text of {@code /proc/PID/stat}
   * @param rollup the text of {@code /proc/PID/smaps_rollup}; empty if its memory does not matter
   * @param status the text of {@code /proc/PID/status}; empty if its memory does not matter
   */
  static Use of(String stat, String rollup, String status) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    long ticks = Stream.of(fields).skip(FIRST_TIME).limit(TIMES).mapToLong(Long::parseLong).sum();
    return new Use(ticks / TICKS_A_SECOND, bytes(rollup, "Pss:"), resident(status));
  }

  /** The most that a process ever had in memory, of the text of {@code /proc/PID/status}. */
  static long resident(String status) {
    return bytes(status, "VmHWM:");
  }

  private static long bytes(String text, String label) {
    long kibibytes =
        text.lines()
            .filter(line -> line.startsWith(label))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum();
    return kibibytes * 1_024;
  }

  /**
   * Reads what the whole machine has used, other work and what a host took included.
   *
   * @param stat the text of {@code /proc/stat}
   */
  static Use ofMachine(String stat) {
    String[] fields = stat.lines().findFirst().orElseThrow().split(" +");
    long ticks =
        IntStream.range(1, Math.min(fields.length, LAST_BUSY + 1))
            .filter(field -> field != IDLE && field != WAITING)
            .mapToLong(field -> Long.parseLong(fields[field]))
            .sum();
    return new Use(ticks / TICKS_A_SECOND, 0, 0);
  }

  Use plus(Use other) {
    return new Use(
        cpuSeconds + other.cpuSeconds,
        memoryBytes + other.memoryBytes,
        residentBytes + other.residentBytes);
  }
}
