package dev.interact.cli.dataset;

import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code interact dataset}: lists them, unless one of its commands is given. */
@Command(
    name = "dataset",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "[COMMAND]",
    description = {
      "List data sets, show what is in one, check it, and pass it on.",
      "",
      "A data set is a folder of concepts with quizzes that interact prepare has made. Its version"
          + " is a hash of its content. Needs no services.",
      ""
    },
    commandListHeading = "%nCommands:%n")
public final class DatasetCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Mixin private JsonOption json;

  private DatasetCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    SetTable.print(Path.of(Sets.FOLDER), json, workplace.terminal());
    return ExitCode.DONE;
  }

  /** Adds the command with its own commands. */
  public static void addTo(CommandLine commands, Workplace workplace) {
    commands.addSubcommand(
        new CommandLine(new DatasetCommand(workplace))
            .addSubcommand(new ListCommand(workplace))
            .addSubcommand(new ShowCommand(workplace))
            .addSubcommand(new VerifyCommand(workplace))
            .addSubcommand(new ExportCommand(workplace))
            .addSubcommand(new ImportCommand(workplace)));
  }
}
