package dev.interact.cli.table;

import dev.interact.cli.api.Summary;
import dev.interact.cli.api.Summary.Cell;
import dev.interact.cli.api.Summary.PassAt;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Pass@k: a row for each arm and k, a column for each turn; what guessing gives stands last. */
public final class PassTable {
  private final List<Cell> cells;
  private final Arms arms;
  private final TreeSet<Integer> turns = new TreeSet<>();

  private PassTable(List<Cell> cells) {
    this.cells = cells;
    this.arms = new Arms(cells);
    cells.forEach(cell -> cell.passAt().forEach(point -> turns.add(point.turn())));
  }

  /** Without rows where each sheet is sat once. */
  public static Table of(Summary summary) {
    return new PassTable(summary.cells().stream().filter(cell -> !cell.passAt().isEmpty()).toList())
        .table();
  }

  private Table table() {
    List<String> header = arms.header();
    header.add("k");
    turns.forEach(turn -> header.add(turn.toString()));
    header.addAll(List.of("chance", "sheets", "n"));
    return new Table(header, arms.columns(), cells.stream().flatMap(this::rows).toList());
  }

  private Stream<List<String>> rows(Cell cell) {
    return cell.passAt().stream().map(PassAt::k).distinct().map(k -> row(cell, k));
  }

  private List<String> row(Cell cell, int k) {
    List<PassAt> points = cell.passAt().stream().filter(point -> point.k() == k).toList();
    List<String> row = new ArrayList<>(arms.of(cell));
    row.add(Figure.count(k));
    for (int turn : turns) {
      row.add(
          Figure.percent(
              points.stream().filter(point -> point.turn() == turn).findFirst().map(PassAt::pass)));
    }
    row.add(Figure.percent(points.stream().findFirst().map(PassAt::chance)));
    row.add(Figure.count(points.getFirst().samples()));
    row.add(Figure.count(cell.n()));
    return row;
  }
}
