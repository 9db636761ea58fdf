package dev.interact.cli.audit;

import dev.interact.cli.ExitCode;
import dev.interact.cli.Workplace;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code interact audit}. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Have people judge items of a data set: write sheets for them, and compare what they say.",
      "",
      "Needs no services.",
      ""
    },
    commandListHeading = "%nCommands:%n")
public final class AuditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  private AuditCommand() {}

  /** Adds the command with its own commands. */
  public static void addTo(CommandLine commands, Workplace workplace) {
    commands.addSubcommand(
        new CommandLine(new AuditCommand())
            .addSubcommand(new SheetCommand(workplace))
            .addSubcommand(new AgreementCommand(workplace)));
  }

  /** Without a command there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.WRONG_INPUT;
  }
}
