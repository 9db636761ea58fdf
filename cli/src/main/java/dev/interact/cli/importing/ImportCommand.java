package dev.interact.cli.importing;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.importer.ImportOptions;
import dev.interact.importer.ImportReport;
import dev.interact.importer.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Make material of raw files: concepts that have no quiz yet, and a report on every file.",
      "",
      "Reads plain text, Markdown, HTML, PDF, CSV, TSV, JSONL, JSON, Parquet, PNG and JPEG. The"
          + " domain of a file is the name of its folder in PATH. Needs no services.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  interact import data/raw",
      "  interact import poems.csv --domain lyrics --column text=verse -o poems",
      "  interact import news --published-after 2025-06-01 --undated leave-out",
      "  interact import papers --max-tokens academic-papers=8000"
    })
public final class ImportCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, and folders of files.")
  private List<Path> paths;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "material",
      description =
          "The folder that is made (default: ${DEFAULT-VALUE}). One that an import made is"
              + " replaced.")
  private Path output;

  @Mixin private LabelOptions labels;
  @Mixin private ReadingOptions reading;
  @Mixin private JsonOption json;

  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  public ImportCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    ImportReport report =
        Importing.run(
            paths,
            reading.with(ImportOptions.into(output).with(labels.labels())),
            workplace.terminal(),
            !noProgress);
    workplace
        .terminal()
        .print(json.isSet() ? JsonOption.text(report) : ImportTable.of(report, output));
    if (report.concepts() == 0) {
      throw CommandFailed.wrongInput("No concept came of it; nothing was written.");
    }
    boolean isAllWell = report.files(Outcome.REFUSED).findAny().isEmpty();
    return isAllWell ? ExitCode.DONE : ExitCode.FILES_REFUSED;
  }
}
