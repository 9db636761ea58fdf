package dev.interact.local.data;

import dev.interact.local.postgres.Postgres;
import dev.interact.local.process.ProcessId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/** Processes whose supervisor was killed. To be called by the holder of the directory's lock. */
public final class Leftovers {
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(5);

  private Leftovers() {}

  /**
   * @return how many there were
   */
  public static int stop(DataDirectory data) {
    var leftovers = StackState.read(data.state()).map(Leftovers::of).orElse(List.of());
    leftovers.forEach(process -> process.handle().ifPresent(ProcessHandle::destroy));
    boolean database = Postgres.stopLeftover(data.postgres());
    for (var process : leftovers) {
      if (!process.exitsWithin(STOPPED_WITHIN)) {
        process.kill();
        process.exitsWithin(STOPPED_WITHIN);
      }
    }
    StackState.delete(data.state());
    return leftovers.size() + (database ? 1 : 0);
  }

  /** All but the database, which says itself whether it runs and is not stopped as others are. */
  private static List<ProcessId> of(StackState state) {
    var processes = new HashMap<>(state.processes());
    processes.remove(Postgres.NAME);
    return processes.values().stream().filter(id -> id.handle().isPresent()).toList();
  }
}
