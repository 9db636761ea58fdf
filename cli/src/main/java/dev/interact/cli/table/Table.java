package dev.interact.cli.table;

import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Table.Column;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of texts.
 *
 * @param header one for each column
 * @param labels how many leading columns hold words; the others hold numbers and are set right
 * @param rows each as long as the header
 */
public record Table(List<String> header, int labels, List<List<String>> rows) {
  public Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The table for a terminal: columns padded with spaces, a rule below the header. */
  public String text() {
    List<Integer> widths = columns().mapToObj(this::width).toList();
    String rule = widths.stream().map("─"::repeat).collect(Collectors.joining("  "));
    return Stream.concat(
            Stream.of(line(header, widths), rule), rows.stream().map(row -> line(row, widths)))
        .collect(Collectors.joining("\n"));
  }

  /** The table in Markdown; cells may hold marks of their own. */
  public String markdown() {
    List<String> rule = columns().mapToObj(column -> column < labels ? ":--" : "--:").toList();
    return Stream.concat(Stream.of(header, rule), rows.stream())
        .map(row -> row.stream().map(Table::escaped).collect(Collectors.joining(" | ", "| ", " |")))
        .collect(Collectors.joining("\n"));
  }

  private static String escaped(String cell) {
    return cell.replace("|", "\\|");
  }

  /** The table as a part of a report. */
  public Block.Table block(String id, String caption, String... notes) {
    List<Column> titled =
        columns().mapToObj(column -> new Column(header.get(column), column >= labels)).toList();
    return new Block.Table(id, caption, titled, rows, List.of(notes));
  }

  private String line(List<String> row, List<Integer> widths) {
    return columns()
        .mapToObj(column -> padded(row.get(column), widths.get(column), column < labels))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static String padded(String cell, int width, boolean left) {
    String space = " ".repeat(width - length(cell));
    return left ? cell + space : space + cell;
  }

  private int width(int column) {
    Function<List<String>, Integer> length = row -> length(row.get(column));
    return Stream.concat(Stream.of(header), rows.stream())
        .map(length)
        .max(Integer::compare)
        .orElse(0);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private IntStream columns() {
    return IntStream.range(0, header.size());
  }
}
