package dev.interact.cli.budget;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Amount;
import dev.interact.cli.api.Budgets;
import dev.interact.cli.api.Budgets.Account;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.stack.UrlOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact budget}. */
@Command(
    name = "budget",
    mixinStandardHelpOptions = true,
    description = {
      "Show or set what a study may spend, or an owner a month over all studies.",
      "",
      "Without a cap to set, shows what was spent + what calls under way may cost at most, of the"
          + " cap; without a name, of all. A cap that is set stands beside the others that are set;"
          + " a study that has reached one is paused, and goes on with 'interact resume' once it is"
          + " higher.",
      ""
    })
public final class BudgetCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "STUDY", arity = "0..1", description = Payer.STUDY)
  private String study;

  @Option(names = "--owner", paramLabel = "NAME", description = "An owner of studies.")
  private String owner;

  @Option(names = "--usd", paramLabel = "X", description = "US dollars to be spent at most.")
  private Double usd;

  @Option(names = "--tokens", paramLabel = "N", description = "Tokens to be paid at most.")
  private Long tokens;

  @Option(names = "--calls", paramLabel = "N", description = "Model calls to be made at most.")
  private Long calls;

  @Option(names = "--none", description = "Take all caps away.")
  private boolean none;

  @Mixin private UrlOption url;
  @Mixin private JsonOption json;

  public BudgetCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Amount wanted = new Amount(usd, tokens, calls);
    boolean sets = none || !wanted.equals(Amount.NONE);
    check(wanted, sets);
    Orchestrator orchestrator = url.connect(workplace);
    Budgets budgets = orchestrator.budgets();
    Payer payer = Payer.of(study, owner, orchestrator);
    if (sets) {
      Amount cap = none ? Amount.NONE : current(budgets, payer).changedBy(wanted);
      payer.cap(budgets, cap);
      workplace.terminal().say(payer.may(cap));
    }
    show(budgets.all().stream().filter(payer::owns).toList());
    return ExitCode.DONE;
  }

  private void check(Amount wanted, boolean sets) {
    if (study != null && owner != null) {
      throw CommandFailed.wrongInput("Give STUDY or --owner, not both.");
    }
    if (sets && study == null && owner == null) {
      throw CommandFailed.wrongInput("Say whose budget it is: give STUDY or --owner NAME.");
    }
    if (none && !wanted.equals(Amount.NONE)) {
      throw CommandFailed.wrongInput("--none takes all caps away; give it without any other.");
    }
  }

  /** The caps as they are; an owner's those of the latest month. */
  private static Amount current(Budgets budgets, Payer payer) {
    return budgets.all().stream()
        .filter(payer::owns)
        .max(Comparator.comparing(Account::account))
        .map(Account::cap)
        .orElse(Amount.NONE);
  }

  private void show(List<Account> accounts) {
    workplace
        .terminal()
        .print(
            json.isSet()
                ? JsonOption.text(accounts)
                : accounts.isEmpty()
                    ? "Nothing was spent, and nothing is capped."
                    : AccountTable.of(accounts).text());
  }
}
