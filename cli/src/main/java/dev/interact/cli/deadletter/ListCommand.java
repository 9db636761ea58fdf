package dev.interact.cli.deadletter;

import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.DeadLetters.Letter;
import dev.interact.cli.stack.UrlOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code interact dead-letters list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List dead letters, newest first.")
class ListCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Mixin private UrlOption url;
  @Mixin private JsonOption json;

  ListCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    List<Letter> letters = url.connect(workplace).deadLetters().all();
    workplace
        .terminal()
        .print(
            json.isSet()
                ? JsonOption.text(letters)
                : letters.isEmpty()
                    ? "There are no dead letters."
                    : LetterTable.of(letters).text());
    return ExitCode.DONE;
  }
}
