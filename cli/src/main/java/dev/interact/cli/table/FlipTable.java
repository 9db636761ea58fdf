package dev.interact.cli.table;

import dev.interact.cli.api.Summary;
import dev.interact.cli.api.Summary.Flips;
import java.util.List;
import java.util.Optional;

/** How often answers at temperature 0 came out otherwise when they were asked for again. */
public final class FlipTable {
  private static final List<String> HEADER = List.of("student", "items", "flipped", "rate");

  private FlipTable() {}

  /** Without rows where nothing was sat twice. */
  public static Table of(Summary summary) {
    return new Table(HEADER, 1, summary.flips().stream().map(FlipTable::row).toList());
  }

  private static List<String> row(Flips flips) {
    Optional<Double> rate =
        flips.items() == 0
            ? Optional.empty()
            : Optional.of((double) flips.flipped() / flips.items());
    return List.of(
        flips.model(),
        Figure.count(flips.items()),
        Figure.count(flips.flipped()),
        Figure.percent(rate));
  }
}
