package dev.interact.bench.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * How long after they were stored events arrived at those who watch: by themselves, and in the
 * first patch of a view that had them. Times are microseconds since the epoch. Not safe for use by
 * several threads.
 */
public final class Delays {
  private static final double MILLIS = 1e3;

  private final Histogram events = new Histogram(3);
  private final NavigableMap<Long, Long> stored = new TreeMap<>();
  private final List<Patch> patches = new ArrayList<>();

  private record Patch(long after, long offset, long arrived) {}

  /** An event arrived. */
  public void event(long offset, long storedAt, long arrived) {
    stored.put(offset, storedAt);
    events.recordValue(Math.max(0, arrived - storedAt));
  }

  /**
   * A patch arrived.
   *
   * @param after offset of the last event that the watcher had before
   * @param offset of the last that it has now
   */
  public void patch(long after, long offset, long arrived) {
    patches.add(new Patch(after, offset, arrived));
  }

  /** Adds its figures. */
  public void describe(Map<String, Double> figures) {
    describe("event", events, figures);
    Histogram views = new Histogram(3);
    for (Patch patch : patches) {
      stored
          .subMap(patch.after(), false, patch.offset(), true)
          .values()
          .forEach(at -> views.recordValue(Math.max(0, patch.arrived() - at)));
    }
    describe("view", views, figures);
  }

  private static void describe(String what, Histogram delays, Map<String, Double> figures) {
    figures.put(what + "_delays", (double) delays.getTotalCount());
    figures.put(what + "_delay_ms_median", delays.getValueAtPercentile(50) / MILLIS);
    figures.put(what + "_delay_ms_p99", delays.getValueAtPercentile(99) / MILLIS);
  }
}
