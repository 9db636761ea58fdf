package dev.interact.cli.access;

import dev.interact.cli.ExitCode;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Access.Key;
import dev.interact.cli.stack.UrlOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code interact keys revoke}. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "Revoke a key: nobody gets in with it from now on.")
final class RevokeKeyCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "ID", description = "The key's id, as the list has it.")
  private String id;

  @Mixin private UrlOption url;

  RevokeKeyCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Key key = url.connect(workplace).access().revoke(id);
    workplace.terminal().print("Key %s (%s) is revoked.".formatted(key.id(), key.name()));
    return ExitCode.DONE;
  }
}
