package dev.interact.cli.plan;

import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.Plan;
import dev.interact.cli.input.PreparedStudy;
import dev.interact.cli.stack.Backend;
import dev.interact.cli.stack.Services;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private Services services;
  @Mixin private JsonOption json;

  public PlanCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    PreparedStudy prepared = PreparedStudy.read(file, workplace, services.models());
    try (Backend backend = services.open(workplace, registry -> {})) {
      Orchestrator orchestrator =
          new Orchestrator(backend.orchestrator(), workplace.terminal()::say);
      orchestrator.upload(prepared.concepts());
      Plan plan = orchestrator.plan(prepared.submission());
      workplace.terminal().print(json.isSet() ? JsonOption.text(plan) : PlanTable.of(plan));
      return ExitCode.DONE;
    }
  }
}
