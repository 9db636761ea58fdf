package dev.interact.cli.run;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Terminal;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.check.Checking;
import dev.interact.cli.input.ModelAliases;
import dev.interact.cli.input.PreparedStudy;
import dev.interact.cli.results.PrintedResults;
import dev.interact.cli.results.StudyResults;
import dev.interact.cli.stack.Backend;
import dev.interact.cli.stack.ModelsOption;
import dev.interact.cli.stack.Services;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Run a study, or go on with it where it stopped; print its results and write them.",
      "",
      "Uses the services at --url, or those that run on this machine; where none run, starts them"
          + " and stops them at the end. Ctrl-C pauses the study.",
      ""
    })
public final class RunCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "FILE", description = "The study file.")
  private Path file;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Where the study's folder of results goes (default: ${DEFAULT-VALUE}).")
  private Path results;

  @Option(
      names = "--replay",
      description = "Go through a finished study again from what is recorded; call no model.")
  private boolean replay;

  @Mixin private Supervision supervision;
  @Mixin private Services services;
  @Mixin private JsonOption json;

  public RunCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    if (replay && supervision.isRetry()) {
      throw CommandFailed.wrongInput("--replay calls no model, --retry does: give one of them.");
    }
    PreparedStudy prepared = PreparedStudy.read(file, workplace, services.models());
    try (Backend backend = backend(prepared)) {
      Orchestrator orchestrator = workplace.orchestrator(backend.orchestrator());
      StudyStatus status =
          replay
              ? replayed(prepared, orchestrator, backend)
              : supervision.finish(handIn(prepared), orchestrator, backend, workplace);
      return report(orchestrator, prepared, status);
    }
  }

  private Backend backend(PreparedStudy prepared) {
    return services.open(
        workplace,
        registry -> {
          if (!replay) {
            ModelAliases.check(prepared.study(), registry);
          }
        });
  }

  private StudyStatus replayed(PreparedStudy prepared, Orchestrator orchestrator, Backend backend) {
    Checking checking = new Checking(orchestrator, backend::check, supervision.told(workplace));
    return new StudyReplay(orchestrator, checking, workplace.terminal()).finish(prepared);
  }

  private HandIn handIn(PreparedStudy prepared) {
    return new HandIn(
        "Study",
        prepared.study().name(),
        prepared.concepts(),
        prepared.study().fresh(),
        prepared.study().hasSeats(),
        orchestrator -> orchestrator.submit(prepared.submission()),
        "interact run " + study());
  }

  private int report(Orchestrator orchestrator, PreparedStudy prepared, StudyStatus status) {
    StudyResults fetched = StudyResults.fetch(orchestrator, status);
    String studyFile = prepared.submission().file();
    Path folder = fetched.write(orchestrator, results, studyFile, workplace.terminal()::say);
    workplace.terminal().print(json.isSet() ? fetched.json() : new PrintedResults(fetched).text());
    workplace.terminal().say("Results are in " + folder + ".");
    return end(prepared, status);
  }

  /** The study as the user gave it: another command must not ask real models in its place. */
  private String study() {
    return services.models().isOffline()
        ? file + " --models " + ModelsOption.OFFLINE
        : file.toString();
  }

  /** Says what is left to do, if anything is. */
  private int end(PreparedStudy prepared, StudyStatus status) {
    Terminal terminal = workplace.terminal();
    if (status.dialogues().failed() > 0) {
      terminal.say(PrintedResults.failures(status));
      terminal.say("To try them again: interact run --retry " + study());
    }
    if (status.isCancelled()) {
      terminal.say(
          "Study %s is cancelled. To go on all the same: interact resume %s, then run it again."
              .formatted(status.title(), status.shortId()));
      return ExitCode.DIALOGUES_FAILED;
    }
    if (status.isCapped()) {
      terminal.say("Study %s is paused: %s".formatted(status.title(), status.reason()));
      String cap =
          prepared.study().budget() == null
              ? "interact budget " + status.shortId()
              : "budget in " + file;
      terminal.say(
          "To go on, raise the cap (%s; an owner's: interact budget --owner), then run it again."
              .formatted(cap));
      return ExitCode.CAP_REACHED;
    }
    return status.dialogues().failed() > 0 ? ExitCode.DIALOGUES_FAILED : ExitCode.DONE;
  }
}
