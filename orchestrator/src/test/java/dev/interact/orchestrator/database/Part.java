package dev.interact.orchestrator.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a database's schema that statements depend on.
 *
 * @param kind table, column, constraint, unique index, sequence, migration
 * @param of the table, or its own name
 * @param columns that it is about
 * @param definition all else that there is to say of it
 * @param demanding whether a row can be refused because of it
 */
record Part(String kind, String of, List<String> columns, String definition, boolean demanding) {
  private static final String ALL =
      """
      select 'table', relname, '{}'::text[], '', false
        from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      union all
      select 'column', attrelid::regclass::text, array[attname::text],
          concat_ws(' ', format_type(atttypid, atttypmod),
            case when attnotnull then 'not null' end,
            'default ' || pg_get_expr(adbin, adrelid),
            case when attidentity <> '' then 'identity' end),
          attnotnull and not atthasdef and attidentity = ''
        from pg_attribute join pg_class on pg_class.oid = attrelid
          left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
          and not attisdropped
      union all
      select 'constraint', conrelid::regclass::text,
          array(select attname::text from pg_attribute
            where attrelid = conrelid and attnum = any (conkey)),
          pg_get_constraintdef(oid), true
        from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
      union all
      select 'unique index', indrelid::regclass::text,
          array(select attname::text from pg_attribute
            where attrelid = indrelid and attnum = any (indkey)),
          pg_get_indexdef(indexrelid), true
        from pg_index join pg_class on pg_class.oid = indexrelid
        where relnamespace = 'public'::regnamespace and indisunique
          and not exists (select from pg_constraint where conindid = indexrelid)
      union all
      select 'sequence', sequencename, '{}', 'by ' || increment_by, false
        from pg_sequences where schemaname = 'public'
      union all
      select 'migration', version, '{}', checksum::text, false from flyway_schema_history
      """;

  /** Those of a database, but for the table of migrations. */
  static List<Part> all(Connection database) throws SQLException {
    List<Part> parts = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(ALL)) {
      while (row.next()) {
        List<String> columns = List.of((String[]) row.getArray(3).getArray());
        parts.add(
            new Part(
                row.getString(1), row.getString(2), columns, row.getString(4), row.getBoolean(5)));
      }
    }
    parts.removeIf(part -> part.of().equals("flyway_schema_history"));
    return parts;
  }

  /** What a migration calls it that takes it away. */
  String name() {
    return kind + " " + of + (kind.equals("column") ? "." + columns.getFirst() : "");
  }

  /** The part in a line. */
  @Override
  public String toString() {
    return (name() + " " + definition).strip();
  }
}
