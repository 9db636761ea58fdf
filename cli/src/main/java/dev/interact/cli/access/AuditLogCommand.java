package dev.interact.cli.access;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Access.Entry;
import dev.interact.cli.stack.UrlOption;
import dev.interact.cli.table.Table;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code interact audit-log}. */
@Command(
    name = "audit-log",
    mixinStandardHelpOptions = true,
    description = {
      "Show who started, changed, cancelled or exported what, newest first.",
      "",
      "An entry is written before something is done; its status says what became of it, and is"
          + " missing where the orchestrator died in between. Takes a key of the scope admin.",
      ""
    })
public final class AuditLogCommand implements Callable<Integer> {
  private static final List<String> HEADER =
      List.of("at", "who", "name", "action", "subject", "status");

  private final Workplace workplace;

  @Option(
      names = "--subject",
      paramLabel = "ID",
      description = "What alone is wanted: the id of a study, a key or a dialogue, an alias.")
  private String subject;

  @Option(
      names = "--who",
      paramLabel = "ID",
      description = "Whose alone is wanted: key:ID, oidc:SUBJECT or anyone.")
  private String who;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many entries at most (default: 100).")
  private int most;

  @Mixin private UrlOption url;
  @Mixin private JsonOption json;

  public AuditLogCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    if (most < 1) {
      throw CommandFailed.wrongInput("--most must be 1 or more.");
    }
    List<Entry> entries = url.connect(workplace).access().log(subject, who, most);
    workplace.terminal().print(json.isSet() ? JsonOption.text(entries) : told(entries));
    return ExitCode.DONE;
  }

  private static String told(List<Entry> entries) {
    return entries.isEmpty()
        ? "There is no such entry."
        : new Table(HEADER, HEADER.size(), entries.stream().map(AuditLogCommand::row).toList())
            .text();
  }

  private static List<String> row(Entry entry) {
    return List.of(
        entry.at(),
        entry.who(),
        entry.name(),
        entry.action(),
        Objects.requireNonNullElse(entry.subject(), "-"),
        entry.status() == null ? "-" : entry.status().toString());
  }
}
