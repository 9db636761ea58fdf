package dev.interact.cli.budget;

import dev.interact.cli.api.Amount;
import dev.interact.cli.api.Budgets.Account;
import dev.interact.cli.table.Spending;
import dev.interact.cli.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Accounts, a row each: what was spent + what calls under way may cost at most, of the cap. */
final class AccountTable {
  private static final List<String> HEADER =
      List.of("name", "account", "dollars", "tokens", "calls");
  private static final int LABELS = 2;

  private AccountTable() {}

  static Table of(List<Account> accounts) {
    return new Table(HEADER, LABELS, accounts.stream().map(AccountTable::row).toList());
  }

  private static List<String> row(Account account) {
    return List.of(
        String.valueOf(account.name()),
        account.account(),
        cell(account, amount -> amount.usd() == null ? null : Spending.dollars(amount.usd())),
        cell(account, amount -> count(amount.tokens())),
        cell(account, amount -> count(amount.calls())));
  }

  private static String count(Long value) {
    return value == null ? null : String.format(Locale.ROOT, "%,d", value);
  }

  private static String cell(Account account, Function<Amount, String> part) {
    String cap = part.apply(account.cap());
    return zero(part.apply(account.spent()))
        + " + "
        + zero(part.apply(account.reserved()))
        + (cap == null ? "" : " of " + cap);
  }

  private static String zero(String text) {
    return text == null ? "0" : text;
  }
}
