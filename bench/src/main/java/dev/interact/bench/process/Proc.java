package dev.interact.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Linux tells of processes in {@code /proc}; other systems have none. */
final class Proc {
  private static final Path ROOT = Path.of("/proc");

  private Proc() {}

  static boolean isThere() {
    return Files.isReadable(ROOT.resolve("self/smaps_rollup"));
  }

  /** A process and all below it. What this process has started is not part of it. */
  static List<Long> tree(long pid) {
    if (pid == ProcessHandle.current().pid()) {
      return List.of(pid);
    }
    Stream<Long> below =
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid);
    return Stream.concat(Stream.of(pid), below).toList();
  }

  /**
   * What processes have used together; nothing for those that have ended.
   *
   * @param withMemory whether their memory is counted
   */
  static Use of(List<Long> pids, boolean withMemory) {
    return pids.stream().map(each -> alone(each, withMemory)).reduce(Use.NOTHING, Use::plus);
  }

  /** The most that a process ever had in memory, in bytes; 0 if it has ended. */
  static long resident(long pid) {
    try {
      return Use.resident(Files.readString(ROOT.resolve(Long.toString(pid)).resolve("status")));
    } catch (IOException e) {
      return 0;
    }
  }

  /** What the whole machine has used. */
  static Use ofMachine() {
    try {
      return Use.ofMachine(Files.readString(ROOT.resolve("stat")));
    } catch (IOException e) {
      return Use.NOTHING;
    }
  }

  private static Use alone(long pid, boolean withMemory) {
    Path folder = ROOT.resolve(Long.toString(pid));
    try {
      return Use.of(
          Files.readString(folder.resolve("stat")),
          withMemory ? Files.readString(folder.resolve("smaps_rollup")) : "",
          withMemory ? Files.readString(folder.resolve("status")) : "");
    } catch (IOException e) {
      return Use.NOTHING;
    }
  }
}
