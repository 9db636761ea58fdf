package dev.interact.cli.control;

import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.stack.UrlOption;
import dev.interact.cli.status.StudyName;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code interact pause}, {@code resume}, {@code cancel} and {@code retry}. */
@Command(mixinStandardHelpOptions = true)
public final class ControlCommand implements Callable<Integer> {
  private final Control control;
  private final Workplace workplace;

  @Parameters(paramLabel = "STUDY", description = StudyName.DESCRIPTION)
  private String study;

  @Mixin private UrlOption url;
  @Mixin private JsonOption json;

  private ControlCommand(Control control, Workplace workplace) {
    this.control = control;
    this.workplace = workplace;
  }

  /** Adds a command for each thing that can be asked of a study. */
  public static void addTo(CommandLine commands, Workplace workplace) {
    for (Control control : Control.values()) {
      CommandLine command = new CommandLine(new ControlCommand(control, workplace));
      command.getCommandSpec().usageMessage().description(control.description());
      commands.addSubcommand(control.label(), command);
    }
  }

  @Override
  public Integer call() {
    Orchestrator orchestrator = url.connect(workplace);
    StudyStatus before = StudyName.find(orchestrator.studies(), study);
    StudyStatus now = orchestrator.control(before.id(), control.label());
    workplace
        .terminal()
        .print(json.isSet() ? JsonOption.text(now) : control.outcome(before, now, study));
    return ExitCode.DONE;
  }
}
