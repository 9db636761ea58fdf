package dev.interact.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process number with the moment its process started, in milliseconds since the epoch: numbers
 * are given out again, so the number alone does not say that this process is still the one meant.
 */
public record ProcessId(long pid, long startedAt) {

  /** Linux derives start times from the boot time, which each reader estimates anew. */
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  public static ProcessId of(ProcessHandle process) {
    return new ProcessId(process.pid(), startOf(process));
  }

  public static ProcessId current() {
    return of(ProcessHandle.current());
  }

  /** The process itself, if it still runs. */
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(found -> Math.abs(startOf(found) - startedAt) <= TOLERANCE.toMillis());
  }

  /** Ends it without a chance to clean up, with all that it started. */
  public void kill() {
    handle()
        .ifPresent(
            process -> {
              process.descendants().forEach(ProcessHandle::destroyForcibly);
              process.destroyForcibly();
            });
  }

  /** Waits for its end; false if it still runs at the limit. */
  public boolean exitsWithin(Duration limit) {
    var end = handle().map(ProcessHandle::onExit).orElse(CompletableFuture.completedFuture(null));
    return end.handle((exited, failure) -> true)
        .completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
