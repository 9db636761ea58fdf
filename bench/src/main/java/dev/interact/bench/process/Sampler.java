package dev.interact.bench.process;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at some processes once a second until it is closed; sees nothing without {@code /proc}. */
public final class Sampler implements AutoCloseable {
  /** The name under which the whole machine's use is found. */
  public static final String MACHINE = "machine";

  private static final Duration PERIOD = Duration.ofSeconds(1);

  /** What looks for children, and for memory, is work: it is done at every fifth look. */
  private static final int LOOKS_AT_MEMORY = 5;

  private final Map<String, Long> processes;
  private final Map<String, List<Long>> trees = new HashMap<>();
  private final List<Samples.Sample> samples = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  /**
   * @param processes their numbers, by name
   */
  public Sampler(Map<String, Long> processes) {
    this.processes = Map.copyOf(processes);
    if (isAble()) {
      clock.scheduleAtFixedRate(this::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Whether this system tells what processes use. */
  public static boolean isAble() {
    return Proc.isThere();
  }

  private void look() {
    Map<String, Use> uses = new LinkedHashMap<>();
    boolean withMemory = samples.size() % LOOKS_AT_MEMORY == 0;
    if (withMemory) {
      processes.forEach((name, pid) -> trees.put(name, Proc.tree(pid)));
    }
    trees.forEach((name, pids) -> uses.put(name, Proc.of(pids, withMemory)));
    uses.put(MACHINE, Proc.ofMachine());
    samples.add(new Samples.Sample(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), uses));
  }

  /** What it has seen so far. */
  public Samples samples() {
    return new Samples(samples);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
