package dev.interact.cli.analysis;

import dev.interact.analysis.paper.PaperCheck;
import dev.interact.analysis.source.Source;
import dev.interact.cli.ExitCode;
import dev.interact.cli.Workplace;
import dev.interact.cli.report.PlainText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code interact check-paper}. */
@Command(
    name = "check-paper",
    mixinStandardHelpOptions = true,
    description = {
      "Set what a study found beside what the paper claims.",
      "",
      "Reads a folder of results; needs no services. The paper's figures are second-hand: they are"
          + " as published, not measured again.",
      ""
    },
    footer = {"", "Example:", "  interact check-paper results/mine"})
public final class CheckPaperCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "FOLDER", description = "The study's folder of results.")
  private Path folder;

  public CheckPaperCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    workplace.terminal().print(PlainText.of(PaperCheck.of(Source.of(folder))));
    return ExitCode.DONE;
  }
}
