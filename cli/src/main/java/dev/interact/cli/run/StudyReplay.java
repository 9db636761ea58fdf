package dev.interact.cli.run;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.Terminal;
import dev.interact.cli.api.Check;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.check.Checking;
import dev.interact.cli.check.Findings;
import dev.interact.cli.input.PreparedStudy;
import dev.interact.cli.status.StudyName;

/** Replays a recorded study in place of running it. */
final class StudyReplay {
  private final Orchestrator orchestrator;
  private final Checking checking;
  private final Terminal terminal;

  StudyReplay(Orchestrator orchestrator, Checking checking, Terminal terminal) {
    this.orchestrator = orchestrator;
    this.checking = checking;
    this.terminal = terminal;
  }

  /**
   * Returns when all of the study came out as recorded.
   *
   * @throws CommandFailed if it is not recorded or not finished, or came out otherwise
   */
  StudyStatus finish(PreparedStudy prepared) {
    StudyStatus status = StudyName.find(orchestrator.studies(), prepared);
    if (!status.isFinished()) {
      throw CommandFailed.wrongInput(
          "Study %s is %s; only a finished study can be replayed. interact run goes on with it."
              .formatted(status.title(), status.state()));
    }
    Check check = checking.finish(status.id(), "replay");
    if (check.different() > 0) {
      throw CommandFailed.notReproduced(Findings.ofReplay(check));
    }
    terminal.say(Findings.ofReplay(check));
    return status;
  }
}
