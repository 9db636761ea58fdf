package dev.interact.cli.analysis;

import dev.interact.analysis.finding.Comparison;
import dev.interact.analysis.finding.PlaceText;
import dev.interact.analysis.report.Report;
import dev.interact.analysis.source.Source;
import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.report.PlainText;
import dev.interact.cli.report.ReportFiles;
import dev.interact.cli.results.FolderReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compare accuracy in two places of a study, or of two, over the same concepts.",
      "",
      "A place is a condition or a kind of fork, and what else tells it from others:",
      "dynamic, dynamic:turn=3, static-lesson:student=gpt-4o-mini,lesson_author=gpt-4o.",
      "Without a turn it is the last. Needs no services.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  interact compare dynamic static-lesson --results results/mine",
      "  interact compare dynamic dynamic --results results/mine --with results/earlier"
    })
public final class CompareCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(index = "0", paramLabel = "A", description = "A place.")
  private String one;

  @Parameters(index = "1", paramLabel = "B", description = "What it is compared with.")
  private String other;

  @Option(
      names = "--results",
      paramLabel = "FOLDER",
      required = true,
      description = "The folder of results that has A, and B too unless --with is given.")
  private Path results;

  @Option(
      names = "--with",
      paramLabel = "FOLDER",
      description = "The folder of results that has B.")
  private Path with;

  @Mixin private JsonOption json;

  public CompareCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Source source = Source.of(results);
    Comparison.Side a = new Comparison.Side(source, PlaceText.parse(one));
    Comparison.Side b =
        new Comparison.Side(with == null ? source : Source.of(with), PlaceText.parse(other));
    Report report = Comparison.of(a, b, FolderReport.SEED);
    workplace.terminal().print(json.isSet() ? ReportFiles.json(report) : PlainText.of(report));
    return ExitCode.DONE;
  }
}
