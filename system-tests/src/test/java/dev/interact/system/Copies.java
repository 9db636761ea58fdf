package dev.interact.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes a large study of a small one that has finished: rows of the database are copied, without a
 * call of a model. Every copy has dialogues, calls and turns of its own.
 */
final class Copies {
  /** Only what has to be another in a copy; all other columns are as they were. */
  private static final List<String> STATEMENTS =
      List.of(
          """
          insert into study select copy.* from study y, jsonb_populate_record(y,
            jsonb_build_object('id', '%2$s', 'name', 'large')) copy where y.id = '%1$s'
          """,
          """
          insert into account select copy.* from account a, jsonb_populate_record(a,
            jsonb_build_object('id', 'study/%2$s')) copy where a.id = 'study/%1$s'
          """,
          """
          insert into dialogue select copy.* from dialogue d, generate_series(1, %3$d) n,
            jsonb_populate_record(d, jsonb_build_object('id', md5(d.id || n), 'study', '%2$s',
              'seed', n, 'rank', d.rank + n * 1000000)) copy where d.study = '%1$s'
          """,
          """
          insert into call select copy.* from call c, generate_series(1, %3$d) n,
            jsonb_populate_record(c, jsonb_build_object('key', md5(c.key || n),
              'answered_by', md5(c.answered_by || n))) copy
          where c.key in (select call from step where study = '%1$s')
          """,
          """
          insert into attempt select copy.* from attempt a, generate_series(1, %3$d) n,
            jsonb_populate_record(a, jsonb_build_object('id', md5(a.id || n), 'study', '%2$s',
              'call', md5(a.call || n))) copy where a.study = '%1$s'
          """,
          """
          insert into step select copy.* from step s, generate_series(1, %3$d) n,
            jsonb_populate_record(s, jsonb_build_object('id', nextval('step_seq'), 'study', '%2$s',
              'dialogue', md5(s.dialogue || n), 'call', md5(s.call || n))) copy
          where s.study = '%1$s'
          """,
          """
          insert into turn select copy.* from turn t, generate_series(1, %3$d) n,
            jsonb_populate_record(t, jsonb_build_object('dialogue', md5(t.dialogue || n),
              'question', md5(t.question || n), 'answer', md5(t.answer || n))) copy
          where t.dialogue in (select id from dialogue where study = '%1$s')
          """,
          "analyze");

  private Copies() {}

  /** The id of a study that has each dialogue of another so many times. */
  static String of(Stack stack, String study, int times) {
    String id = new StringBuilder(study).reverse().toString();
    var database = stack.local.database();
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (String sql : STATEMENTS) {
        statement.execute(sql.formatted(study, id, times));
      }
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
