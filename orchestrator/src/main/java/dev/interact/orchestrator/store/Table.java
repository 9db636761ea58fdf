package dev.interact.orchestrator.store;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Writes rows of a table, any number of them with one statement.
 *
 * @param key columns by which a row is found
 * @param fixed columns that never change once a row is there
 * @param changing the other columns
 */
public final class Table<R> {
  private final String name;
  private final List<Column<R>> key;
  private final List<Column<R>> all;
  private final List<Column<R>> changing;
  private final String insert;
  private final Map<BitSet, String> updates = new ConcurrentHashMap<>();

  public Table(String name, List<Column<R>> key, List<Column<R>> fixed, List<Column<R>> changing) {
    this.name = name;
    this.key = List.copyOf(key);
    this.changing = List.copyOf(changing);
    this.all = new ArrayList<>(key);
    this.all.addAll(fixed);
    this.all.addAll(changing);
    this.insert =
        "insert into %s (%s) select %s from %s"
            .formatted(name, names(all, ""), names(all, "u."), unnest(all));
  }

  private static <R> String names(List<Column<R>> columns, String prefix) {
    return columns.stream()
        .map(column -> prefix + column.name() + (prefix.isEmpty() ? "" : column.cast()))
        .collect(Collectors.joining(", "));
  }

  private static <R> String unnest(List<Column<R>> columns) {
    return columns.stream()
        .map(column -> "?::" + column.type() + "[]")
        .collect(Collectors.joining(", ", "unnest(", ") as u (" + names(columns, "") + ")"));
  }

  private String update(BitSet which) {
    List<Column<R>> columns = changing(which);
    List<Column<R>> given = new ArrayList<>(key);
    given.addAll(columns);
    return "update %s t set %s from %s where %s"
        .formatted(
            name,
            columns.stream()
                .map(column -> column.name() + " = u." + column.name() + column.cast())
                .collect(Collectors.joining(", ")),
            unnest(given),
            key.stream()
                .map(column -> "t.%s = u.%s".formatted(column.name(), column.name()))
                .collect(Collectors.joining(" and ")));
  }

  private List<Column<R>> changing(BitSet which) {
    return which.stream().mapToObj(changing::get).toList();
  }

  /** The names of all columns that it writes. */
  public Set<String> columns() {
    return all.stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
  }

  /** What finds a row: equal for the same row. */
  Object key(R row) {
    return key.size() == 1
        ? key.getFirst().value().apply(row)
        : key.stream().map(column -> column.value().apply(row)).toList();
  }

  /** The values of the columns that may change. */
  Object[] state(R row) {
    return changing.stream().map(column -> column.value().apply(row)).toArray();
  }

  void insert(Collection<R> rows, Connection connection) throws SQLException {
    execute(insert, all, rows, connection);
  }

  /**
   * Writes some of the columns that may change.
   *
   * @param which of them
   * @throws PersistenceException if not all of the rows are there
   */
  void update(BitSet which, Collection<R> rows, Connection connection) throws SQLException {
    List<Column<R>> given = new ArrayList<>(key);
    given.addAll(changing(which));
    int found = execute(updates.computeIfAbsent(which, this::update), given, rows, connection);
    if (found != rows.size()) {
      throw new PersistenceException(
          "of %d rows of %s %d are there".formatted(rows.size(), name, found));
    }
  }

  private static <R> int execute(
      String sql, List<Column<R>> columns, Collection<R> rows, Connection connection)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        Column<R> column = columns.get(i);
        Object[] values = rows.stream().map(column.value()).toArray();
        statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
      }
      return statement.executeUpdate();
    }
  }
}
