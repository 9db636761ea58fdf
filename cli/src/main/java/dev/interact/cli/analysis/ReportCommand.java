package dev.interact.cli.analysis;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.Workplace;
import dev.interact.cli.results.FolderReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Say what a study's results mean: report.html, report.md, plots and analysis.json.",
      "",
      "Reads a folder of results and writes into it, as run does at its end; needs no services.",
      ""
    },
    footer = {"", "Example:", "  interact report results/mine"})
public final class ReportCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "FOLDER", description = "The study's folder of results.")
  private Path folder;

  @Option(
      names = "--alignment",
      description = {
        "For RQ5, also compare questions and answers with items by meaning: loads a model of 16 MB"
            + " and takes about 10 ms for a short text, 60 ms for a long one; needs no network."
      })
  private boolean isAligned;

  public ReportCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    try {
      FolderReport report = FolderReport.of(folder, isAligned ? embeddings() : null);
      report.write().forEach(workplace.terminal()::say);
      report.headline().forEach(workplace.terminal()::print);
      workplace.terminal().say("The report is in " + folder.resolve("report.html") + ".");
      return ExitCode.DONE;
    } catch (IOException e) {
      throw CommandFailed.unexpected(
          "The report cannot be written to %s: %s".formatted(folder, e), e);
    }
  }

  private SentenceEmbeddings embeddings() {
    return new SentenceEmbeddings(
        workplace.dataDirectory().resolve("cache"), workplace.terminal()::say);
  }
}
