package dev.interact.cli.run;

import dev.interact.cli.Terminal;
import dev.interact.cli.api.Interrupted;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.control.Control;
import java.time.Duration;
import java.util.Locale;

/** Hands in a study or preparation and waits for its end. */
final class StudyRun {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
  private static final int PAUSES_A_RUN = 50;

  private final Orchestrator orchestrator;
  private final HandIn work;
  private final Terminal terminal;
  private final Runnable check;
  private final boolean retry;
  private String id;

  /**
   * A run.
   *
   * @param retry whether what failed earlier is tried again
   * @param check is called before each look at the study; it throws where there is no point in
   *     waiting on
   */
  StudyRun(
      Orchestrator orchestrator, HandIn work, boolean retry, Terminal terminal, Runnable check) {
    this.check = check;
    this.retry = retry;
    this.orchestrator = orchestrator;
    this.work = work;
    this.terminal = terminal;
  }

  /**
   * Returns when nothing more is to come: the study is finished or cancelled, or a cap is reached.
   *
   * @throws Interrupted if this thread is interrupted
   */
  StudyStatus finish(Progress progress) {
    terminal.say(
        String.format(
            Locale.ROOT, "%s %s: %,d concepts.", work.what(), work.name(), work.concepts().size()));
    orchestrator.upload(work.concepts());
    StudyStatus status = work.submit().apply(orchestrator);
    id = status.id();
    if (retry && status.dialogues().failed() > 0) {
      terminal.say(
          "Trying %,d failed %s again.".formatted(status.dialogues().failed(), status.units()));
      status = orchestrator.control(id, Control.RETRY.label());
    } else if (status.isFinished()) {
      terminal.say("It is finished already; these are its recorded results.");
      terminal.say(
          work.fresh()
              ? "To ask its models anew once more, give it another name."
              : "To ask its models anew, give it another name and fresh: true.");
    }
    if (work.seats() && !status.isFinished()) {
      SeatLinks.of(orchestrator.seats(id)).forEach(terminal::say);
    }
    return await(status, progress);
  }

  private StudyStatus await(StudyStatus first, Progress progress) {
    long begin = System.nanoTime();
    StudyStatus status = first;
    while (!status.isFinished() && !status.isCancelled() && !status.isCapped()) {
      progress.show(status);
      sleep(Duration.ofNanos(System.nanoTime() - begin));
      check.run();
      StudyStatus next = orchestrator.status(id);
      if (next.isPaused() && !next.isCapped() && !status.isPaused()) {
        terminal.say("Somebody paused the study; waiting for it to be resumed.");
      }
      status = next;
    }
    progress.show(status);
    return status;
  }

  /** Looks often at a short study and less often at a long one: it is told late by 2% at most. */
  private static void sleep(Duration elapsed) {
    Duration pause = elapsed.dividedBy(PAUSES_A_RUN);
    long millis = Math.clamp(pause.toMillis(), SHORTEST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis());
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new Interrupted();
    }
  }

  /** Pauses the study, if it was handed in. */
  void pause() {
    if (id == null) {
      return;
    }
    try {
      orchestrator.control(id, Control.PAUSE.label());
    } catch (RuntimeException e) {
      terminal.say("The study could not be paused: " + e.getMessage());
    }
  }
}
