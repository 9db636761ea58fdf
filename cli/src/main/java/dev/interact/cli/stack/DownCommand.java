package dev.interact.cli.stack;

import dev.interact.cli.ExitCode;
import dev.interact.cli.Workplace;
import dev.interact.local.RunningStack;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code interact down}. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stop the services on this machine; what they recorded stays.")
public final class DownCommand implements Callable<Integer> {
  private final Workplace workplace;

  public DownCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Optional<RunningStack> running = RunningStack.find(workplace.dataDirectory());
    running.ifPresent(RunningStack::stop);
    int leftovers = running.isPresent() ? 0 : RunningStack.stopLeftovers(workplace.dataDirectory());
    workplace
        .terminal()
        .print(
            running.isPresent()
                ? "Interact is stopped."
                : leftovers > 0
                    ? "Stopped what a killed Interact left running (%d).".formatted(leftovers)
                    : "Interact is not running.");
    return ExitCode.DONE;
  }
}
