package dev.interact.cli.access;

import dev.interact.cli.Workplace;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code interact keys}: lists them, unless one of its commands is given. */
@Command(
    name = "keys",
    synopsisSubcommandLabel = "[COMMAND]",
    description = {
      "List the keys with which programs get in, make one or revoke it.",
      "",
      "An orchestrator that others can reach lets nobody in without one; that of 'interact run' and"
          + " 'interact up' serves this machine alone and asks for none. The command line sends"
          + " INTERACT_API_KEY; this command takes the scope admin.",
      ""
    },
    commandListHeading = "%nCommands:%n")
public final class KeysCommand extends ListKeysCommand {
  private KeysCommand(Workplace workplace) {
    super(workplace);
  }

  /** Adds the command with its own commands. */
  public static void addTo(CommandLine commands, Workplace workplace) {
    commands.addSubcommand(
        new CommandLine(new KeysCommand(workplace))
            .addSubcommand(new ListKeysCommand(workplace))
            .addSubcommand(new CreateKeyCommand(workplace))
            .addSubcommand(new RevokeKeyCommand(workplace)));
  }
}
