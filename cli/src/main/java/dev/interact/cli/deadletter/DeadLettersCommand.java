package dev.interact.cli.deadletter;

import dev.interact.cli.Workplace;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code interact dead-letters}: lists them, unless one of its commands is given. */
@Command(
    name = "dead-letters",
    synopsisSubcommandLabel = "[COMMAND]",
    description = {
      "List records that a service could not read, send them again or drop them.",
      "",
      "Such a record holds up nothing: it is set aside with the reason, and what it asked for is"
          + " asked for again. So most can be dropped.",
      ""
    },
    commandListHeading = "%nCommands:%n")
public final class DeadLettersCommand extends ListCommand {
  private DeadLettersCommand(Workplace workplace) {
    super(workplace);
  }

  /** Adds the command with its own commands. */
  public static void addTo(CommandLine commands, Workplace workplace) {
    commands.addSubcommand(
        new CommandLine(new DeadLettersCommand(workplace))
            .addSubcommand(new ListCommand(workplace))
            .addSubcommand(new ShowCommand(workplace))
            .addSubcommand(new ResendCommand(workplace))
            .addSubcommand(new DropCommand(workplace)));
  }
}
