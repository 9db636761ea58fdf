package dev.interact.cli.export.table;

import dev.interact.cli.table.Table;
import java.util.List;

/**
 * What a table is made of.
 *
 * @param name of the table and of its files
 * @param row what a row of it is, for people
 */
public record TidyTable(String name, String row, List<Column> columns) {
  public TidyTable {
    columns = List.copyOf(columns);
  }

  /** Its columns, for people: name, type and meaning. */
  public String markdown() {
    return new Table(
            List.of("column", "type", "meaning"),
            3,
            columns.stream()
                .map(one -> List.of("`" + one.name() + "`", one.type().label(), one.meaning()))
                .toList())
        .markdown();
  }
}
