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

/** {@code interact dataset export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Check a data set and write it as one ZIP file, whole.")
final class ExportCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "SET", description = Sets.DESCRIPTION)
  private String set;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write (default: NAME-VERSION.zip in the current folder).")
  private Path output;

  ExportCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    DataSet found = Sets.find(set).verify();
    Path file = output == null ? Path.of(found.manifest().folder() + ".zip") : output;
    try {
      SetZip.write(found, file);
    } catch (IOException e) {
      throw CommandFailed.unexpected("%s cannot be written: %s.".formatted(file, e), e);
    }
    workplace.terminal().print("%s is in %s.".formatted(found.reference(), file));
    return ExitCode.DONE;
  }
}
