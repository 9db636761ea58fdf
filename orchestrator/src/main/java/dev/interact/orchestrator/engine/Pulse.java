package dev.interact.orchestrator.engine;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Tells whether a thread gets on, and where one failed that does not. */
final class Pulse {
  /**
   * A thread that takes longer over one thing is stuck. Waiting for the database takes less: an
   * answer that does not come within a minute is given up.
   */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private volatile long last = System.nanoTime();

  /** The thread has got on. */
  void beat() {
    last = System.nanoTime();
  }

  boolean isFelt() {
    return System.nanoTime() - last < LONGEST.toNanos();
  }

  /** What failed, and where, without a message, which may quote anything. */
  static String place(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .limit(3)
        .map(StackTraceElement::toString)
        .collect(Collectors.joining(", ", failure.getClass().getName() + " at ", ""));
  }
}
