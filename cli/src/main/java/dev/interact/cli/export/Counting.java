package dev.interact.cli.export;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells how many rows are written: of every table at its end, of a long one now and then. */
final class Counting {
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final Consumer<String> told;
  private final LongSupplier nanoTime;
  private long last;

  Counting(Consumer<String> told, LongSupplier nanoTime) {
    this.told = told;
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  void row(String what, long count) {
    long now = nanoTime.getAsLong();
    if (now - last >= BETWEEN.toNanos()) {
      last = now;
      told.accept(String.format(Locale.ROOT, "%s: %,d rows so far", what, count));
    }
  }

  void done(String what, long count) {
    last = nanoTime.getAsLong();
    told.accept(String.format(Locale.ROOT, "%s: %,d rows", what, count));
  }
}
