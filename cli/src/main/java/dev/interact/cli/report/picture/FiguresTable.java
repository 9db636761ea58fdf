package dev.interact.cli.report.picture;

import dev.interact.analysis.report.Block.Curves;
import dev.interact.analysis.report.Block.Curves.Line;
import dev.interact.analysis.report.Block.Curves.Point;
import dev.interact.analysis.report.Block.Forest;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Table.Column;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;

/** The figures behind a picture. */
public final class FiguresTable {
  private FiguresTable() {}

  /** A row for each line and each reference, a column for each x. */
  public static Table of(Curves curves) {
    Numeral numeral = Reading.of(curves).numeral();
    List<Double> xs =
        curves.lines().stream()
            .flatMap(line -> Trace.points(line).stream())
            .map(Point::x)
            .distinct()
            .sorted()
            .toList();
    List<Column> columns = new ArrayList<>(List.of(new Column(curves.x(), false)));
    xs.forEach(x -> columns.add(new Column(x(x), true)));
    columns.add(new Column("n", true));
    Stream<List<String>> lines = curves.lines().stream().map(line -> row(line, xs, numeral));
    Stream<List<String>> references =
        curves.references().stream()
            .map(reference -> row(reference.label(), xs, numeral.text(reference.y())));
    return table(curves.id(), curves.y(), columns, Stream.concat(lines, references).toList());
  }

  private static Table table(
      String id, String caption, List<Column> columns, List<List<String>> rows) {
    return new Table(id + "-figures", caption, columns, rows, List.of());
  }

  private static String x(double x) {
    return new Numeral(x == Math.rint(x) ? 0 : 2, false).text(x);
  }

  private static List<String> row(Line line, List<Double> xs, Numeral numeral) {
    List<String> row = new ArrayList<>(List.of(line.label()));
    for (double x : xs) {
      row.add(
          Trace.points(line).stream()
              .filter(point -> point.x() == x)
              .findFirst()
              .map(point -> numeral.text(point.y(), point.low(), point.high()))
              .orElse(Numeral.NONE));
    }
    row.add(n(line));
    return row;
  }

  private static List<String> row(String label, List<Double> xs, String everywhere) {
    List<String> row = new ArrayList<>(List.of(label));
    xs.forEach(x -> row.add(everywhere));
    row.add(Numeral.NONE);
    return row;
  }

  private static String n(Line line) {
    IntSummaryStatistics n = Trace.points(line).stream().mapToInt(Point::n).summaryStatistics();
    if (n.getCount() == 0) {
      return Numeral.NONE;
    }
    return n.getMin() == n.getMax() ? "" + n.getMin() : n.getMin() + "–" + n.getMax();
  }

  /** A row for each estimate. */
  public static Table of(Forest forest) {
    Numeral numeral = ForestPicture.numeral(forest);
    List<Column> columns =
        List.of(
            new Column("contrast", false),
            new Column("estimate", true),
            new Column("interval", true),
            new Column("n", true),
            new Column("status", false));
    List<List<String>> rows =
        forest.rows().stream()
            .map(
                row ->
                    List.of(
                        row.label(),
                        numeral.text(row.value()),
                        numeral.interval(row.low(), row.high()),
                        String.valueOf(row.n()),
                        row.primary() ? "primary" : "exploratory"))
            .toList();
    return table(forest.id(), forest.x(), columns, rows);
  }
}
