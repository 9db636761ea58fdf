package dev.interact.bench.figure;

import dev.interact.bench.load.Load;
import dev.interact.bench.stub.Traffic;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The part of a run in which the window is full: not the first calls, and not the last ones, in
 * which fewer dialogues are left than calls are allowed.
 *
 * @param first the arrival that it begins with
 * @param last the arrival that it ends with
 */
public record Steady(Load load, Traffic traffic, int first, int last) {
  private static final double MICROS = 1e6;
  private static final double MILLIS = 1e3;
  private static final double PERCENT = 100;

  /** Finds the steady part of a run; of a short one the middle. */
  public static Steady of(Load load, Traffic traffic) {
    int calls = traffic.arrivals().length;
    int start = Math.min(load.callsToStart(), calls / 5);
    int tail = Math.min(load.callsToEnd(), 2 * calls / 5);
    return new Steady(load, traffic, start, calls - tail - 1);
  }

  /** When it began, in microseconds since the epoch. */
  long from() {
    return traffic.arrivals()[first];
  }

  /** When it ended, in microseconds since the epoch. */
  long to() {
    return traffic.arrivals()[last];
  }

  int calls() {
    return last - first;
  }

  double seconds() {
    return (to() - from()) / MICROS;
  }

  /** Adds its figures. */
  public void describe(Map<String, Double> figures) {
    double rate = callsASecond();
    figures.put("steady_calls", (double) calls());
    figures.put("steady_seconds", seconds());
    figures.put("calls_per_second", rate);
    figures.put("percent_of_ideal", PERCENT * rate / load.idealRate());
    figures.put("percent_of_window", PERCENT * traffic.meanAtOnce(from(), to()) / load.allowed());
    figures.put("most_at_once", (double) traffic.mostAtOnce());
    Histogram added = added();
    if (added.getTotalCount() > 0) {
      figures.put("added_ms_median", added.getValueAtPercentile(50) / MILLIS);
      figures.put("added_ms_p99", added.getValueAtPercentile(99) / MILLIS);
    }
  }

  /** Calls a second that arrived at the model. */
  public double callsASecond() {
    long latency = Math.round(load.teacher().latency().mean() * MILLIS);
    return traffic.rate(from(), to(), latency) * MICROS;
  }

  /**
   * Microseconds from the moment in which a place in the window became free to the arrival of the
   * call that took it. As no more calls than allowed are ever in flight, the arrival number {@code
   * k + allowed} had to wait for departure number {@code k}, and for nothing else while there is
   * work.
   */
  private Histogram added() {
    Histogram added = new Histogram(3);
    for (int i = Math.max(first, load.allowed()); i <= last; i++) {
      long wait = traffic.arrivals()[i] - traffic.departures()[i - load.allowed()];
      added.recordValue(Math.max(0, wait));
    }
    return added;
  }
}
