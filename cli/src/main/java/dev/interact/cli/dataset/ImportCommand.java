package dev.interact.cli.dataset;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.Workplace;
import dev.interact.preparation.set.DataSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact dataset import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Check a ZIP file that export has written and bring in its data set, or nothing.")
final class ImportCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "FILE", description = "The ZIP file.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = Sets.FOLDER,
      description = "The folder of data sets that it goes to (default: ${DEFAULT-VALUE}).")
  private Path output;

  ImportCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    try {
      DataSet set = SetImport.of(file, output);
      workplace.terminal().print("%s is in %s.".formatted(set.reference(), set.folder()));
      return ExitCode.DONE;
    } catch (IOException e) {
      throw CommandFailed.unexpected("%s cannot be imported: %s.".formatted(file, e), e);
    }
  }
}
