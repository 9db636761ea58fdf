package dev.interact.cli.dataset;

import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code interact dataset list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the data sets of a folder; looks at their manifests alone.")
final class ListCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = Sets.FOLDER,
      description = "The folder of data sets (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Mixin private JsonOption json;

  ListCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    SetTable.print(folder, json, workplace.terminal());
    return ExitCode.DONE;
  }
}
