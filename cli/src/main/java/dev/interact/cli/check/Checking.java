package dev.interact.cli.check;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.api.Check;
import dev.interact.cli.api.Interrupted;
import dev.interact.cli.api.Orchestrator;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Starts a check of a study and waits for its end. */
public final class Checking {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final Orchestrator orchestrator;
  private final Runnable alive;
  private final Consumer<String> told;

  /**
   * @param alive is called before each look; it throws where there is no point in waiting on
   * @param told is given a line now and then
   */
  public Checking(Orchestrator orchestrator, Runnable alive, Consumer<String> told) {
    this.orchestrator = orchestrator;
    this.alive = alive;
    this.told = told;
  }

  /**
   * Returns when the check is over.
   *
   * @param kind {@code replay} or {@code regrade}
   * @throws CommandFailed if it could not be made
   */
  public Check finish(String study, String kind) {
    Check check = orchestrator.startCheck(study, kind);
    long last = System.nanoTime();
    while (check.isRunning()) {
      if (System.nanoTime() - last > BETWEEN_LINES.toNanos()) {
        last = System.nanoTime();
        told.accept(
            String.format(Locale.ROOT, "%,d of %,d checked …", check.done(), check.total()));
      }
      sleep();
      alive.run();
      check = orchestrator.check(study, kind);
    }
    if (check.hasFailed()) {
      throw CommandFailed.unexpected(check.reason(), null);
    }
    return check;
  }

  private static void sleep() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      throw new Interrupted();
    }
  }
}
