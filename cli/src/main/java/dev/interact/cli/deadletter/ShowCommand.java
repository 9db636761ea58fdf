package dev.interact.cli.deadletter;

import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.DeadLetters;
import dev.interact.cli.stack.UrlOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code interact dead-letters show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show a dead letter with its content: as text where it is text, else in base64.")
final class ShowCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "ID", description = "The dead letter's id, as the list has it.")
  private String id;

  @Mixin private UrlOption url;
  @Mixin private JsonOption json;

  ShowCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    DeadLetters.Opened opened = url.connect(workplace).deadLetters().open(id);
    workplace.terminal().print(json.isSet() ? JsonOption.text(opened) : text(opened));
    return ExitCode.DONE;
  }

  private static String text(DeadLetters.Opened opened) {
    String table = LetterTable.of(List.of(opened.letter())).text();
    return table + "\n\n" + (opened.value() == null ? "It has no content." : content(opened));
  }

  private static String content(DeadLetters.Opened opened) {
    return opened.text() == null ? "In base64: " + opened.value() : opened.text();
  }
}
