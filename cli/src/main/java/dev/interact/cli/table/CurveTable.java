package dev.interact.cli.table;

import dev.interact.cli.api.Summary;
import dev.interact.cli.api.Summary.Cell;
import dev.interact.cli.api.Summary.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The learning curves: a row for each condition and its models, a column for each turn. Tokens are
 * those sent and those received.
 */
public final class CurveTable {
  private static final int LABELS = 4;

  private CurveTable() {}

  public static Table of(Summary summary) {
    int turns = summary.cells().stream().mapToInt(Cell::lastTurn).max().orElse(0);
    List<String> header = new ArrayList<>(List.of("condition", "student", "teacher", "lesson by"));
    for (int turn = 0; turn <= turns; turn++) {
      header.add(String.valueOf(turn));
    }
    header.addAll(List.of("gain", "unreadable", "n", "calls", "tokens", "cost"));
    return new Table(
        header, LABELS, summary.cells().stream().map(cell -> row(cell, turns)).toList());
  }

  private static List<String> row(Cell cell, int turns) {
    List<String> row = new ArrayList<>();
    row.add(cell.condition());
    row.add(cell.student());
    row.add(Figure.name(cell.teacher()));
    row.add(Figure.name(cell.lessonAuthor()));
    for (int turn = 0; turn <= turns; turn++) {
      row.add(Figure.percent(cell.accuracy(turn)));
    }
    row.add(cell.lastTurn() == 0 ? Figure.NONE : Figure.points(Optional.ofNullable(cell.gain())));
    row.add(Figure.percent(unreadable(cell)));
    row.add(Figure.count(cell.n()));
    row.add(Figure.count(cell.calls()));
    row.add(Figure.tokens(cell.tokens().input()) + " + " + Figure.tokens(cell.tokens().output()));
    row.add(Figure.dollars(cell.cost()));
    return row;
  }

  /** The parse-failure rate over all turns, each weighed by its n. */
  private static Optional<Double> unreadable(Cell cell) {
    List<Point> counted =
        cell.curve().stream()
            .filter(point -> point.parseFailureRate() != null && point.n() > 0)
            .toList();
    double weight = counted.stream().mapToInt(Point::n).sum();
    double sum = counted.stream().mapToDouble(point -> point.parseFailureRate() * point.n()).sum();
    return weight == 0 ? Optional.empty() : Optional.of(sum / weight);
  }
}
