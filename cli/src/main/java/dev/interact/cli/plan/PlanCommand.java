package dev.interact.cli.plan;

import dev.interact.analysis.power.Deviation;
import dev.interact.analysis.power.Foresight;
import dev.interact.analysis.source.Source;
import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.Plan;
import dev.interact.cli.input.PreparedStudy;
import dev.interact.cli.stack.Backend;
import dev.interact.cli.stack.Services;
import dev.interact.study.Concept;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact plan}. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Say which calls a study would make, and about what they cost; run nothing.",
      "",
      "Calls no model and needs no key. Uses the services at --url, or those that run on this"
          + " machine; where none run, starts them and stops them at the end.",
      ""
    })
public final class PlanCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "FILE", description = "The study file.")
  private Path file;

  @Option(
      names = "--deviation",
      paramLabel = "POINTS",
      description =
          "Say what the study could show if paired differences have this standard deviation between"
              + " concepts, in accuracy points.")
  private Double deviation;

  @Option(
      names = "--earlier",
      paramLabel = "FOLDER",
      description = "Say what the study could show if they vary as in these results.")
  private Path earlier;

  @Mixin private Services services;
  @Mixin private JsonOption json;

  public PlanCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    PreparedStudy prepared = PreparedStudy.read(file, workplace, services.models());
    try (Backend backend = services.open(workplace, registry -> {})) {
      Orchestrator orchestrator = workplace.orchestrator(backend.orchestrator());
      orchestrator.upload(prepared.concepts());
      Plan plan = orchestrator.plan(prepared.submission());
      workplace.terminal().print(json.isSet() ? JsonOption.text(plan) : PlanTable.of(plan));
      if (!json.isSet()) {
        foreseen(prepared).forEach(workplace.terminal()::print);
      }
      return ExitCode.DONE;
    }
  }

  private List<String> foreseen(PreparedStudy prepared) {
    if (deviation == null && earlier == null) {
      return List.of();
    }
    int clusters = (int) prepared.concepts().stream().map(Concept::unit).distinct().count();
    List<Foresight> all =
        deviation != null
            ? List.of(Foresight.of(clusters, deviation))
            : Deviation.all(Source.of(earlier)).stream()
                .map(found -> Foresight.of(clusters, found))
                .toList();
    return all.isEmpty()
        ? List.of(
            "%s has no paired differences (dynamic less static-lesson) to plan by; state one with --deviation."
                .formatted(earlier))
        : Stream.concat(Stream.of(""), all.stream().flatMap(one -> one.sentences().stream()))
            .toList();
  }
}
