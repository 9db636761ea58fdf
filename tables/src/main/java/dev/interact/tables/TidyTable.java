package dev.interact.tables;

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
}
