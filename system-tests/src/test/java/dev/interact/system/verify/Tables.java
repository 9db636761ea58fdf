package dev.interact.system.verify;

import dev.interact.local.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The orchestrator's database, read from outside and by SQL alone, over one connection that is made
 * anew when its server has gone.
 */
public final class Tables {
  /** Not binary from a query's fifth time on: arrays would be written in another way then. */
  private static final String AS_TEXT = "?binaryTransfer=false";

  private final Supplier<Database> database;
  private Connection connection;

  /**
   * @param database asked for each new connection
   */
  public Tables(Supplier<Database> database) {
    this.database = database;
  }

  /** Rows, each a list of texts; null stays null. */
  public synchronized List<List<String>> rows(String sql, Object... parameters) {
    try {
      if (connection != null) {
        try {
          return query(sql, parameters);
        } catch (SQLException e) {
          connection.close();
        }
      }
      Database at = database.get();
      connection = DriverManager.getConnection(at.jdbcUrl() + AS_TEXT, at.user(), at.password());
      return query(sql, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private List<List<String>> query(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return read(statement.executeQuery());
    }
  }

  private static List<List<String>> read(ResultSet rows) throws SQLException {
    List<List<String>> all = new ArrayList<>();
    while (rows.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        row.add(rows.getString(i));
      }
      all.add(row);
    }
    return all;
  }

  /** The single number that a query gives. */
  public long count(String sql, Object... parameters) {
    return Long.parseLong(rows(sql, parameters).getFirst().getFirst());
  }

  /** One sentence for each row, made of its columns. */
  List<String> sentences(String sentence, String sql, Object... parameters) {
    return rows(sql, parameters).stream().map(row -> sentence.formatted(row.toArray())).toList();
  }
}
