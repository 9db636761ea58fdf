package dev.interact.cli.table;

import dev.interact.cli.api.Amount;
import dev.interact.cli.api.Budget;
import dev.interact.cli.api.StudyStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what was spent, and of how much. */
public final class Spending {
  private static final Budget NONE = new Budget(null, null, null);

  private Spending() {}

  /** What a study has spent, against its caps where it has any: {@code $1.20 of $5.00}. */
  public static String of(StudyStatus status) {
    Budget budget = Optional.ofNullable(status.budget()).orElse(NONE);
    Amount cap = budget.cap();
    return Stream.of(
            cap.usd() == null
                ? dollars(status.cost())
                : against(budget, Amount::usd, Spending::dollars),
            cap.tokens() == null ? "" : against(budget, Amount::tokens, Figure::count) + " tokens",
            cap.calls() == null
                ? ""
                : against(budget, Amount::calls, Figure::count) + " paid calls")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static <T> String against(
      Budget budget, Function<Amount, T> part, Function<T, String> write) {
    String spent = Optional.ofNullable(part.apply(budget.spent())).map(write).orElse("0");
    return spent + " of " + write.apply(part.apply(budget.cap()));
  }

  /** A cap in words; empty where there is none. */
  public static String cap(Amount cap) {
    return Stream.of(
            text(cap.usd(), Spending::dollars, ""),
            text(cap.tokens(), Figure::count, " tokens"),
            text(cap.calls(), Figure::count, " calls"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static <T> String text(T value, Function<T, String> write, String unit) {
    return value == null ? "" : write.apply(value) + unit;
  }

  /** US dollars to a cent. */
  public static String dollars(double value) {
    return String.format(Locale.ROOT, "$%,.2f", value);
  }
}
