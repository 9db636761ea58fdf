package dev.interact.cli.run;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Interrupted;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.stack.Backend;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** How something is run under the user's eyes: with progress, and Ctrl-C pauses it. */
public final class Supervision {
  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  @Option(names = "--retry", description = "Try what failed earlier again.")
  private boolean retry;

  boolean isRetry() {
    return retry;
  }

  /** Where lines of progress go that are no bar. */
  Consumer<String> told(Workplace workplace) {
    return noProgress ? line -> {} : workplace.terminal()::say;
  }

  /**
   * Hands in, and returns when nothing more is to come.
   *
   * @throws CommandFailed if the user interrupts it; it is paused then
   */
  public StudyStatus finish(
      HandIn work, Orchestrator orchestrator, Backend backend, Workplace workplace) {
    StudyRun run = new StudyRun(orchestrator, work, retry, workplace.terminal(), backend::check);
    try (Progress progress = progress(workplace);
        CtrlC ctrlC = CtrlC.interrupting(Thread.currentThread())) {
      return run.finish(progress);
    } catch (Interrupted e) {
      run.pause();
      throw CommandFailed.interrupted(
          "Interrupted; what is done is kept. The same command goes on: " + work.command());
    }
  }

  private Progress progress(Workplace workplace) {
    if (noProgress) {
      return status -> {};
    }
    Consumer<String> told = workplace.terminal()::say;
    return new Waiting(
        workplace.terminal().interactive()
            ? new ProgressBars(workplace.terminal().err(), !workplace.isSet("NO_COLOR"))
            : new ProgressLines(told, System::nanoTime),
        told);
  }
}
