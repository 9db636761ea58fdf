package dev.interact.cli.deadletter;

import dev.interact.cli.ExitCode;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.DeadLetters;
import dev.interact.cli.stack.UrlOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code interact dead-letters drop}. */
@Command(
    name = "drop",
    mixinStandardHelpOptions = true,
    description = "Drop a dead letter: it is forgotten with its content.")
final class DropCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "ID", description = "The dead letter's id, as the list has it.")
  private String id;

  @Mixin private UrlOption url;

  DropCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    DeadLetters deadLetters = url.connect(workplace).deadLetters();
    deadLetters.open(id);
    deadLetters.drop(id);
    workplace.terminal().print("Dead letter %s is dropped.".formatted(id));
    return ExitCode.DONE;
  }
}
