package dev.interact.bench.run;

import dev.interact.bench.stub.Stub;
import dev.interact.cli.CommandFailed;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.local.process.ChildProcess;
import java.time.Duration;
import java.util.List;

/**
 * Waits for the end of a study. It asks the model stub how far it is, for the orchestrator has to
 * count rows to know.
 */
record Completion(Orchestrator orchestrator, Stub stub, List<ChildProcess> processes) {
  private static final Duration POLL = Duration.ofMillis(250);
  private static final int POLLS_A_STATUS = 60;

  /**
   * Returns when all calls were made and the orchestrator says that the study is over.
   *
   * @param calls that the stub will have answered then
   * @throws CommandFailed if a process ends, or a dialogue fails
   */
  StudyStatus await(String study, int calls) {
    for (int polls = 1; ; polls++) {
      sleep();
      processes.stream().filter(process -> !process.isAlive()).forEach(Completion::fail);
      if (stub.answered() >= calls || polls % POLLS_A_STATUS == 0) {
        StudyStatus status = orchestrator.status(study);
        if (status.isFinished()) {
          check(status);
          return status;
        }
      }
    }
  }

  private static void check(StudyStatus status) {
    if (status.dialogues().failed() > 0) {
      throw CommandFailed.unexpected(
          "%d dialogues failed, so there are no figures: %s"
              .formatted(status.dialogues().failed(), status.failures()),
          null);
    }
  }

  private static void fail(ChildProcess process) {
    throw CommandFailed.noStack(
        "%s has stopped (log: %s).".formatted(process.name(), process.log()), null);
  }

  private static void sleep() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      throw CommandFailed.interrupted("Interrupted.");
    }
  }
}
