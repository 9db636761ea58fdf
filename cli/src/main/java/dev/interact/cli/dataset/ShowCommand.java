package dev.interact.cli.dataset;

import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.report.PlainText;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    SetFigures figures = SetFigures.of(Sets.find(set).verify());
    workplace.terminal().print(json.isSet() ? JsonOption.text(figures) : text(figures));
    return ExitCode.DONE;
  }

  private static String text(SetFigures figures) {
    String title =
        "Data set %s, made with Interact %s"
            .formatted(figures.set().reference(), figures.set().code());
    return Stream.concat(
            Stream.of(title, SetCard.warning(figures).replace("**", "").strip()),
            new SetSections(figures).all().stream().map(PlainText::of))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }
}
