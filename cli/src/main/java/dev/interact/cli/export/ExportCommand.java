package dev.interact.cli.export;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.Workplace;
import dev.interact.tables.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code interact export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Write a study's results as tables, as a dataset and as a log for Inspect.",
      "",
      "Reads a folder of results; needs no services.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  interact export results/mine",
      "  interact export results/mine --to mine-dataset --format parquet,csv"
    })
public final class ExportCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "FOLDER", description = "The study's folder of results.")
  private Path folder;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where the export goes (default: the folder 'export' in FOLDER).")
  private Path to;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      defaultValue = "parquet,jsonl,csv",
      converter = FormatName.class,
      description = "Of the tables: some of parquet, jsonl and csv (default: all).")
  private Set<Format> formats = EnumSet.allOf(Format.class);

  @Option(
      names = "--force",
      description =
          "Write into a folder that no export wrote; what has the name of a table, and README.md,"
              + " is replaced.")
  private boolean force;

  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  static final class FormatName implements ITypeConverter<Format> {
    @Override
    public Format convert(String name) {
      return Format.of(name)
          .orElseThrow(
              () ->
                  new TypeConversionException("must be parquet, jsonl or csv, not '" + name + "'"));
    }
  }

  public ExportCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Consumer<String> told = noProgress ? line -> {} : workplace.terminal()::say;
    Path target = to == null ? folder.resolve("export") : to;
    try {
      ResultsFiles results = ResultsFiles.open(folder);
      Export export = new Export(results, EnumSet.copyOf(formats), told);
      ExportFolder.of(target, force).write(export::write);
    } catch (IOException e) {
      throw failed(target, e);
    } catch (UncheckedIOException e) {
      throw failed(target, e.getCause());
    }
    workplace.terminal().print("%s has the tables of %s.".formatted(target, folder));
    return ExitCode.DONE;
  }

  private CommandFailed failed(Path target, IOException e) {
    return CommandFailed.unexpected(
        "%s cannot be exported to %s: %s".formatted(folder, target, e), e);
  }
}
