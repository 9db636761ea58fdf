package dev.interact.local.process;

import dev.interact.local.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where every child of a stack is started. Each start is recorded at once, so that the children of
 * a killed supervisor can be found.
 */
public final class ProcessTable {
  private static final Duration KILLED_WITHIN = Duration.ofSeconds(5);

  private final Path logs;
  private final Runnable recorder;
  private final Map<String, ProcessId> processes = new LinkedHashMap<>();
  private boolean closed;

  /**
   * @param logs the folder of their logs
   * @param recorder writes down {@link #processes}, and is called by one thread at a time
   */
  public ProcessTable(Path logs, Runnable recorder) {
    this.logs = logs;
    this.recorder = recorder;
  }

  /** The latest process of each name. */
  public synchronized Map<String, ProcessId> processes() {
    return new LinkedHashMap<>(processes);
  }

  /** Has the processes written down anew. */
  public synchronized void record() {
    recorder.run();
  }

  /** From now on nothing starts. */
  public synchronized void close() {
    closed = true;
  }

  /** Kills what a start that was under way at the close has left. */
  public void killRest() {
    for (var process : processes().values()) {
      process.kill();
      process.exitsWithin(KILLED_WITHIN);
    }
  }

  Path log(String name) {
    return logs.resolve(name + ".log");
  }

  synchronized Process start(String name, ProcessBuilder command) throws IOException {
    if (closed) {
      throw StackException.because("The stack has been stopped.");
    }
    var process = command.start();
    processes.put(name, ProcessId.of(process.toHandle()));
    record();
    return process;
  }
}
