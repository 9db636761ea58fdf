package dev.interact.bench.run;

import dev.interact.bench.figure.Shift;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Lets an audience watch for a while and leave for a while, again and again, so that what a study
 * does with it and without are neighbours in time, whatever else becomes of the machine. The order
 * turns around each time: what changes steadily favours neither.
 */
public final class Shifts implements AutoCloseable {
  private static final Duration CHANGE = Duration.ofSeconds(5);
  private static final Duration LENGTH = Duration.ofSeconds(15);

  private final Audience audience;
  private final List<Shift> done = new CopyOnWriteArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("shifts").unstarted(this::run);

  /** Begins with the audience. */
  public Shifts(Audience audience) {
    this.audience = audience;
    thread.start();
  }

  /** Those that are over. */
  public List<Shift> done() {
    return List.copyOf(done);
  }

  private void run() {
    try {
      for (int i = 0; ; i++) {
        boolean first = i % 2 == 0;
        boolean watched = first == (i / 2 % 2 == 0);
        if (watched) {
          audience.come();
        } else {
          audience.leave();
        }
        Thread.sleep(CHANGE);
        long from = Clock.now();
        Thread.sleep(LENGTH);
        done.add(new Shift(watched, from, Clock.now()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
