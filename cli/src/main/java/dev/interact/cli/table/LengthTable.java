package dev.interact.cli.table;

import dev.interact.cli.api.Summary;
import dev.interact.cli.api.Summary.Cell;
import java.util.List;
import java.util.Optional;

/** How long dialogues are that may end early. */
public final class LengthTable {
  private LengthTable() {}

  /** Without rows where every dialogue had all its turns. */
  public static Table of(Summary summary) {
    List<Cell> cells = summary.cells().stream().filter(Cell::endsEarly).toList();
    Arms arms = new Arms(cells);
    List<String> header = arms.header();
    header.addAll(List.of("turns", "of", "accuracy", "n"));
    return new Table(header, arms.columns(), cells.stream().map(cell -> row(cell, arms)).toList());
  }

  private static List<String> row(Cell cell, Arms arms) {
    List<String> row = arms.of(cell);
    row.add(Figure.mean(Optional.ofNullable(cell.turns())));
    row.add(Figure.count(cell.lastTurn()));
    row.add(Figure.percent(cell.accuracy(cell.lastTurn())));
    row.add(Figure.count(cell.n()));
    return row;
  }
}
