package dev.interact.cli.status;

import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.stack.UrlOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code interact studies}. */
@Command(
    name = "studies",
    mixinStandardHelpOptions = true,
    description = "List all studies that the orchestrator knows.")
public final class StudiesCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Mixin private UrlOption url;
  @Mixin private JsonOption json;

  public StudiesCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    List<StudyStatus> studies = url.connect(workplace).studies();
    workplace
        .terminal()
        .print(
            json.isSet()
                ? JsonOption.text(studies)
                : studies.isEmpty() ? "There are no studies yet." : StudyTable.of(studies).text());
    return ExitCode.DONE;
  }
}
