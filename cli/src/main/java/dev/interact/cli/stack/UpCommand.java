package dev.interact.cli.stack;

import dev.interact.cli.ExitCode;
import dev.interact.cli.Workplace;
import dev.interact.local.RunningStack;
import dev.interact.local.StackDaemon;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code interact up}. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Start the services on this machine and keep them running.")
public final class UpCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Mixin private PortOption port;
  @Mixin private ModelsOption models;

  public UpCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Optional<RunningStack> running = RunningStack.find(workplace.dataDirectory());
    if (running.isPresent() && running.get().isReady()) {
      tell("is running already", running.get());
      if (port.isSet() || models.isSet()) {
        workplace
            .terminal()
            .say("--port and --models have no effect on it; ./interact down first.");
      }
      return ExitCode.DONE;
    }
    models.registry(workplace);
    tell(
        "is up",
        StackDaemon.spawn(
            Backend.config(port, models, workplace).forLong(), workplace.terminal()::say));
    return ExitCode.DONE;
  }

  private void tell(String what, RunningStack stack) {
    workplace
        .terminal()
        .print(
            "Interact %s at %s; stop it with ./interact down."
                .formatted(what, stack.orchestrator()));
  }
}
