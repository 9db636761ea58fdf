package dev.interact.bench.stub;

import java.util.Arrays;

/** A list of times that grows: microseconds since the epoch, by a clock that never goes back. */
final class Times {
  private static final long OFFSET_MICROS =
      System.currentTimeMillis() * 1_000 - System.nanoTime() / 1_000;

  private long[] times = new long[1 << 16];
  private int size;

  static long now() {
    return OFFSET_MICROS + System.nanoTime() / 1_000;
  }

  void add(long time) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
    }
    times[size++] = time;
  }

  int size() {
    return size;
  }

  /** Those from a time on. */
  long[] since(long time) {
    return Arrays.stream(times, 0, size).filter(each -> each >= time).toArray();
  }
}
