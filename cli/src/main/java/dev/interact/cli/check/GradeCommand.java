package dev.interact.cli.check;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Check;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.input.PreparedStudy;
import dev.interact.cli.stack.Backend;
import dev.interact.cli.stack.Services;
import dev.interact.cli.status.StudyName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code interact grade}. */
@Command(
    name = "grade",
    mixinStandardHelpOptions = true,
    description = {
      "Grade a study's recorded answers again and compare the grades; change nothing.",
      "",
      "Calls no model. Uses the services at --url, or those that run on this machine; where none"
          + " run, starts them and stops them at the end.",
      ""
    })
public final class GradeCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Option(
      names = "--again",
      paramLabel = "STUDY|FILE",
      description = "The study: its file, its name, or the beginning of its id.")
  private String study;

  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  @Mixin private Services services;
  @Mixin private JsonOption json;

  public GradeCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    if (study == null) {
      throw CommandFailed.wrongInput(
          "A run grades its answers itself; interact grade --again STUDY grades recorded ones"
              + " again and compares.");
    }
    try (Backend backend = services.open(workplace, registry -> {})) {
      Orchestrator orchestrator = workplace.orchestrator(backend.orchestrator());
      Consumer<String> told = noProgress ? line -> {} : workplace.terminal()::say;
      Check check =
          new Checking(orchestrator, backend::check, told)
              .finish(find(orchestrator).id(), "regrade");
      workplace.terminal().print(json.isSet() ? JsonOption.text(check) : Findings.ofGrades(check));
      return check.different() == 0 ? ExitCode.DONE : ExitCode.NOT_REPRODUCED;
    }
  }

  private StudyStatus find(Orchestrator orchestrator) {
    Path file = Path.of(study);
    return Files.isRegularFile(file)
        ? StudyName.find(
            orchestrator.studies(), PreparedStudy.read(file, workplace, services.models()))
        : StudyName.find(orchestrator.studies(), study);
  }
}
