package dev.interact.cli.table;

import dev.interact.cli.api.Summary;
import dev.interact.cli.api.Summary.Cell;
import dev.interact.cli.api.Summary.Point;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Learning curves: a row for each arm, a column for each turn. */
public final class CurveTable {
  private final Function<Cell, List<Point>> curve;
  private final List<Cell> cells;
  private final int turns;

  private CurveTable(Function<Cell, List<Point>> curve, List<Cell> cells) {
    this.curve = curve;
    this.cells = cells;
    this.turns = cells.stream().mapToInt(this::lastTurn).max().orElse(0);
  }

  /**
   * Of all items, with what they took. Tokens are those sent and those received; the shared prefix
   * is of those sent.
   */
  public static Table of(Summary summary) {
    CurveTable table = new CurveTable(Cell::curve, summary.cells());
    return table.with(
        List.of("calls", "tokens", "shared prefix", "cost"),
        cell ->
            List.of(
                Figure.count(cell.calls()),
                Figure.tokens(cell.tokens().input())
                    + " + "
                    + Figure.tokens(cell.tokens().output()),
                Optional.ofNullable(cell.sharedPrefix())
                    .map(Figure::roundPercent)
                    .orElse(Figure.NONE),
                Figure.dollars(cell.cost())));
  }

  /** Of the items that select no questions; without rows where there is no such half. */
  public static Table ofReportedHalf(Summary summary) {
    List<Cell> cells =
        summary.cells().stream().filter(cell -> !cell.reportedHalf().isEmpty()).toList();
    return new CurveTable(Cell::reportedHalf, cells).with(List.of(), cell -> List.of());
  }

  private Table with(List<String> moreHeader, Function<Cell, List<String>> more) {
    Arms arms = new Arms(cells);
    List<String> header = arms.header();
    IntStream.rangeClosed(0, turns).mapToObj(String::valueOf).forEach(header::add);
    header.addAll(List.of("gain", "unreadable", "n"));
    header.addAll(moreHeader);
    return new Table(
        header, arms.columns(), cells.stream().map(cell -> row(cell, arms, more)).toList());
  }

  private List<String> row(Cell cell, Arms arms, Function<Cell, List<String>> more) {
    List<String> row = arms.of(cell);
    for (int turn = 0; turn <= turns; turn++) {
      row.add(Figure.percent(accuracy(cell, turn)));
    }
    row.add(Figure.points(gain(cell)));
    row.add(Figure.percent(unreadable(cell)));
    row.add(Figure.count(cell.n()));
    row.addAll(more.apply(cell));
    return row;
  }

  private int lastTurn(Cell cell) {
    return curve.apply(cell).stream().mapToInt(Point::turn).max().orElse(0);
  }

  private Optional<Double> accuracy(Cell cell, int turn) {
    return curve.apply(cell).stream()
        .filter(point -> point.turn() == turn)
        .findFirst()
        .map(Point::accuracy);
  }

  private Optional<Double> gain(Cell cell) {
    int last = lastTurn(cell);
    return last == 0
        ? Optional.empty()
        : accuracy(cell, last).flatMap(end -> accuracy(cell, 0).map(start -> end - start));
  }

  /** The parse-failure rate over all turns, each weighed by its n. */
  private Optional<Double> unreadable(Cell cell) {
    List<Point> counted =
        curve.apply(cell).stream()
            .filter(point -> point.parseFailureRate() != null && point.n() > 0)
            .toList();
    double weight = counted.stream().mapToInt(Point::n).sum();
    double sum = counted.stream().mapToDouble(point -> point.parseFailureRate() * point.n()).sum();
    return weight == 0 ? Optional.empty() : Optional.of(sum / weight);
  }
}
