package dev.interact.bench.run;

import dev.interact.bench.figure.Costs;
import dev.interact.bench.figure.Steady;
import dev.interact.bench.load.Load;
import dev.interact.bench.process.Samples;
import dev.interact.bench.stub.Traffic;
import java.util.List;
import java.util.Map;

/**
 * A load that was run to its end.
 *
 * @param from when it was handed in, microseconds since the epoch
 * @param to when it was over, microseconds since the epoch
 * @param answered calls of all models
 * @param traffic of the teacher's model
 * @param measured the processes that it ran on
 * @param beside those that are needed to measure
 */
public record Run(
    Load load,
    long from,
    long to,
    int answered,
    Traffic traffic,
    Samples samples,
    List<String> measured,
    List<String> beside) {

  /** Adds what it took as a whole. */
  public void describe(Map<String, Double> figures) {
    figures.put("seconds", seconds());
    figures.put("calls", (double) answered);
    figures.put("calls_repeated", (double) answered - load.calls());
  }

  /** Adds what its steady part was like. */
  public void describeSteady(Map<String, Double> figures) {
    Steady steady = steady();
    steady.describe(figures);
    new Costs(steady, samples, measured, beside).describe(figures);
  }

  /** Adds what memory it took. */
  public void describeMemory(Map<String, Double> figures) {
    Costs.describeMemory(samples, measured, figures);
  }

  public double seconds() {
    return (to - from) / 1e6;
  }

  public Steady steady() {
    return Steady.of(load, traffic);
  }
}
