package dev.interact.bench.figure;

import dev.interact.bench.load.Load;
import java.util.Map;

/** How long a whole load took, against the least that its calls and their order allow. */
public record Makespan(Load load, double seconds) {

  /** Adds its figures. */
  public void describe(Map<String, Double> figures) {
    figures.put("least_seconds", load.leastSeconds());
    figures.put("makespan_of_least", seconds / load.leastSeconds());
  }
}
