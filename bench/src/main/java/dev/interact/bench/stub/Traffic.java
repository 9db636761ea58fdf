package dev.interact.bench.stub;

import java.util.Arrays;

/**
 * When a model was asked and when it answered, in microseconds of one clock: two lists, each in the
 * order of time, so that one call's two times need not stand at the same place.
 *
 * @param arrivals of every request
 * @param departures of every answer
 */
public record Traffic(long[] arrivals, long[] departures) {
  /** Of a model that nobody asked. */
  public static final Traffic NONE = new Traffic(new long[0], new long[0]);

  public Traffic {
    arrivals = sorted(arrivals);
    departures = sorted(departures);
  }

  private static long[] sorted(long[] times) {
    long[] copy = times.clone();
    Arrays.sort(copy);
    return copy;
  }

  /** The greatest number of calls that the model had in hand at once. */
  public int mostAtOnce() {
    int most = 0;
    for (int came = 0, left = 0; came < arrivals.length; came++) {
      while (left < departures.length && departures[left] <= arrivals[came]) {
        left++;
      }
      most = Math.max(most, came + 1 - left);
    }
    return most;
  }

  /** The number of calls that the model had in hand, on average over a time. */
  public double meanAtOnce(long from, long to) {
    return (timeSince(arrivals, from, to) - timeSince(departures, from, to)) / (to - from);
  }

  /**
   * Arrivals per microsecond, each counted as spread over a while: where calls come in waves, what
   * is counted does not depend on which wave a time begins with.
   */
  public double rate(long from, long to, long spread) {
    long[] ends = Arrays.stream(arrivals).map(arrival -> arrival + spread).toArray();
    double time = timeSince(arrivals, from, to) - timeSince(ends, from, to);
    return time / spread / (to - from);
  }

  private static double timeSince(long[] times, long from, long to) {
    return Arrays.stream(times).mapToDouble(time -> to - Math.clamp(time, from, to)).sum();
  }
}
