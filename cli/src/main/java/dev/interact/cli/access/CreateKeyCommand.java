package dev.interact.cli.access;

import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Access.Key;
import dev.interact.cli.stack.UrlOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact keys create}. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = {
      "Make a key, and print it: nobody can read it again.",
      "",
      "Scopes, each with those before it: monitor (figures of the machine), read (studies and"
          + " results), run (hand in and control studies), admin (limits, owners' budgets, dead"
          + " letters, keys, the audit log).",
      ""
    })
final class CreateKeyCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "NAME", description = "Whose it is, or what for.")
  private String name;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      defaultValue = "read",
      description = "monitor, read, run or admin (default: read).")
  private String scope;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Days after which it expires; without it never.")
  private Integer days;

  @Mixin private UrlOption url;
  @Mixin private JsonOption json;

  CreateKeyCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Instant expires = days == null ? null : Instant.now().plus(Duration.ofDays(days));
    Key key = url.connect(workplace).access().make(name, scope, expires);
    workplace
        .terminal()
        .say(
            "Key %s may %s. Keep it where it is safe: it is not shown again."
                .formatted(key.id(), key.scope()));
    workplace.terminal().print(json.isSet() ? JsonOption.text(key) : key.key());
    return ExitCode.DONE;
  }
}
