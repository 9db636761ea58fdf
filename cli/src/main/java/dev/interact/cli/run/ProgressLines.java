package dev.interact.cli.run;

import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.table.Spending;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A line now and then, for logs and pipes. */
final class ProgressLines implements Progress {
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final Consumer<String> told;
  private final LongSupplier nanoTime;
  private long begin;
  private long last;
  private long doneAtBegin = -1;

  ProgressLines(Consumer<String> told, LongSupplier nanoTime) {
    this.told = told;
    this.nanoTime = nanoTime;
  }

  @Override
  public void show(StudyStatus status) {
    long now = nanoTime.getAsLong();
    if (doneAtBegin < 0) {
      begin = now;
      last = now;
      doneAtBegin = status.calls().done();
    } else if (now - last >= BETWEEN.toNanos() || status.isFinished()) {
      last = now;
      told.accept(line(status) + left(status, now));
    }
  }

  private static String line(StudyStatus status) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d %s, %,d failed; %,d of %s %,d calls, %,d in flight; %s",
        status.dialogues().finished(),
        status.dialogues().total(),
        status.units(),
        status.dialogues().failed(),
        status.calls().done(),
        status.isPreparation() ? "at least" : "at most",
        status.calls().planned(),
        status.calls().inFlight(),
        Spending.of(status));
  }

  private String left(StudyStatus status, long now) {
    long done = status.calls().done() - doneAtBegin;
    long open = status.calls().planned() - status.calls().done();
    if (done <= 0 || open <= 0 || status.isFinished()) {
      return "";
    }
    double seconds = (now - begin) / 1e9 / done * open;
    return String.format(
        Locale.ROOT, "; about %d:%02d left", (long) seconds / 60, (long) seconds % 60);
  }
}
