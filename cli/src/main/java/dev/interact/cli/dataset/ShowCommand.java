package dev.interact.cli.dataset;

import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.preparation.set.DataSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code interact dataset show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show what a data set has, what its gates dropped, and how it was made.")
final class ShowCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "SET", description = Sets.DESCRIPTION)
  private String set;

  @Mixin private JsonOption json;

  ShowCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    DataSet found = Sets.find(set).verify();
    workplace.terminal().print(json.isSet() ? ShownSet.json(found) : ShownSet.text(found));
    return ExitCode.DONE;
  }
}
