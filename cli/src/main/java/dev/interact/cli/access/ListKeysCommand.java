package dev.interact.cli.access;

import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Access.Key;
import dev.interact.cli.stack.UrlOption;
import dev.interact.cli.table.Table;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code interact keys list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the keys, newest first; not what their holders have.")
class ListKeysCommand implements Callable<Integer> {
  private static final List<String> HEADER =
      List.of("id", "name", "scope", "created", "by", "expires", "used last", "revoked");

  private final Workplace workplace;

  @Mixin private UrlOption url;
  @Mixin private JsonOption json;

  ListKeysCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    List<Key> keys = url.connect(workplace).access().keys();
    workplace.terminal().print(json.isSet() ? JsonOption.text(keys) : told(keys));
    return ExitCode.DONE;
  }

  private static String told(List<Key> keys) {
    return keys.isEmpty()
        ? "There are no keys; make one with 'interact keys create'."
        : new Table(HEADER, HEADER.size(), keys.stream().map(ListKeysCommand::row).toList()).text();
  }

  private static List<String> row(Key key) {
    return List.of(
        key.id(),
        key.name(),
        key.scope(),
        key.created(),
        key.createdBy(),
        Objects.requireNonNullElse(key.expires(), "never"),
        Objects.requireNonNullElse(key.used(), "-"),
        Objects.requireNonNullElse(key.revoked(), "-"));
  }
}
