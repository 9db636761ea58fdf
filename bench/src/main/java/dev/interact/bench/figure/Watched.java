package dev.interact.bench.figure;

import java.util.Map;

/** What it costs a study that somebody watches it. */
public final class Watched {
  private static final String RATE = "calls_per_second";
  private static final String CPU = "cpu_s_per_1000.orchestrator";
  private static final double PERCENT = 100;

  private Watched() {}

  /** Adds to the figures of a run that was watched those of one that was not. */
  public static void compare(Map<String, Double> watched, Map<String, Double> unwatched) {
    double rate = unwatched.get(RATE);
    watched.put("unwatched.calls_per_second", rate);
    watched.put("unwatched.percent_slower", PERCENT * (1 - watched.get(RATE) / rate));
    if (unwatched.containsKey(CPU)) {
      watched.put("unwatched." + CPU, unwatched.get(CPU));
    }
  }
}
