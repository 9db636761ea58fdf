package dev.interact.cli.deadletter;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.DeadLetters;
import dev.interact.cli.api.DeadLetters.Letter;
import dev.interact.cli.stack.UrlOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact dead-letters resend}. */
@Command(
    name = "resend",
    mixinStandardHelpOptions = true,
    description = {
      "Send dead letters to their topics again, for instance to a newer version of a service.",
      "",
      "One that still cannot be read becomes another dead letter. A second time needs --again.",
      ""
    })
final class ResendCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "The dead letter's id, as the list has it.")
  private String id;

  @Option(names = "--all", description = "Send all that were not sent again yet.")
  private boolean all;

  @Option(names = "--again", description = "Send it also if it was sent again before.")
  private boolean again;

  @Mixin private UrlOption url;
  @Mixin private JsonOption json;

  ResendCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    if (all == (id != null)) {
      throw CommandFailed.wrongInput("Give either the ID of a dead letter or --all.");
    }
    if (all && again) {
      throw CommandFailed.wrongInput("--again is for one dead letter: give its ID.");
    }
    DeadLetters deadLetters = url.connect(workplace).deadLetters();
    List<Letter> sent = all ? deadLetters.resendAll() : List.of(deadLetters.resend(id, again));
    workplace.terminal().print(json.isSet() ? JsonOption.text(sent) : told(sent));
    return ExitCode.DONE;
  }

  private static String told(List<Letter> sent) {
    return sent.isEmpty()
        ? "There is nothing to send again."
        : "%d sent again. What still cannot be read becomes another dead letter."
            .formatted(sent.size());
  }
}
