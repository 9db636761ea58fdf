package dev.interact.local;

import dev.interact.local.data.DataDirectory;
import dev.interact.local.data.DirectoryLock;
import dev.interact.local.data.Leftovers;
import dev.interact.local.data.StackState;
import dev.interact.local.process.ProcessId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A stack that some process of this machine, perhaps another one, runs on a data directory. */
public final class RunningStack {
  private static final Duration STOPPED_WITHIN = Duration.ofMinutes(3);

  private final StackState state;

  private RunningStack(StackState state) {
    this.state = state;
  }

  /** The stack on a data directory, if there is one whose supervisor runs. */
  public static Optional<RunningStack> find(Path dataDirectory) {
    return StackState.read(new DataDirectory(dataDirectory).state())
        .filter(state -> state.supervisor().handle().isPresent())
        .map(RunningStack::new);
  }

  /**
   * Stops what a killed supervisor left on a data directory.
   *
   * @return how many processes there were
   * @throws StackException if a stack runs there
   */
  public static int stopLeftovers(Path dataDirectory) {
    try (var lock = DirectoryLock.take(new DataDirectory(dataDirectory))) {
      return Leftovers.stop(lock.directory());
    }
  }

  /** Whether all of it is up; false while it starts. */
  public boolean isReady() {
    return state.ready();
  }

  /** Where the orchestrator answers. */
  public URI orchestrator() {
    return state.orchestrator();
  }

  /** Kafka's bootstrap servers. */
  public String kafka() {
    return state.kafka();
  }

  /** The root of the offline model, if there is one. */
  public Optional<URI> offlineModel() {
    return Optional.ofNullable(state.offlineModel());
  }

  /** The process that runs the stack. */
  public ProcessId supervisor() {
    return state.supervisor();
  }

  /** Its processes by name. */
  public Map<String, ProcessId> processes() {
    return state.processes();
  }

  /** Stops it in good order and returns when it is gone. */
  public void stop() {
    state.supervisor().handle().ifPresent(ProcessHandle::destroy);
    if (!state.supervisor().exitsWithin(STOPPED_WITHIN)) {
      throw StackException.because(
          "Interact (process %s) did not stop within %s s."
              .formatted(state.supervisor().pid(), STOPPED_WITHIN.toSeconds()));
    }
  }
}
