package dev.interact.system.verify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks at a study's rows again and again while it runs, and finds what goes back and what is ever
 * above a cap. Where the database is away it looks again later.
 */
public final class Watch implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 150;

  private final Tables tables;
  private final String study;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("watch").daemon().factory());
  private final Set<String> findings = new LinkedHashSet<>();
  private Snapshot last;
  private long looks;

  public Watch(Tables tables, String study) {
    this.tables = tables;
    this.study = study;
    looking.scheduleWithFixedDelay(this::look, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      add(Snapshot.of(tables, study));
    } catch (IllegalStateException e) {
      // The database is away.
    }
  }

  private synchronized void add(Snapshot now) {
    findings.addAll(now.findingsSince(last == null ? now : last));
    last = now;
    looks++;
  }

  /** What it has seen, each finding a sentence. */
  public synchronized List<String> findings() {
    return looks < 2 ? List.of("The study was never watched.") : List.copyOf(findings);
  }

  /** Looks once more and then no more; does nothing the second time. */
  @Override
  public void close() {
    if (looking.isShutdown()) {
      return;
    }
    looking.execute(this::look);
    looking.shutdown();
    try {
      looking.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
