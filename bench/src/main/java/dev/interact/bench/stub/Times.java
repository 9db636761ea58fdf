package dev.interact.bench.stub;

import java.util.Arrays;

/** A list of times that grows: microseconds since the epoch, by a clock that never goes back. */
final class Times {
  private static final long OFFSET_MICROS =
      System.currentTimeMillis() * 1_000 - System.nanoTime() / 1_000;

  private long[] times = new long[1 << 16];
  private int size;

  void addNow() {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
    }
    times[size++] = OFFSET_MICROS + System.nanoTime() / 1_000;
  }

  int size() {
    return size;
  }

  long[] all() {
    return Arrays.copyOf(times, size);
  }
}
