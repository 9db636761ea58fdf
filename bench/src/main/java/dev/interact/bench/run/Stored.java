package dev.interact.bench.run;

import dev.interact.local.LocalStack;
import dev.interact.local.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.common.Node;

/**
 * Bytes that a stack keeps or has written.
 *
 * @param kafka in all topics, Kafka's own too
 * @param postgres tables and indexes
 * @param wal PostgreSQL's write-ahead log, ever written
 */
public record Stored(long kafka, long postgres, long wal) {

  static Stored in(LocalStack stack) {
    return new Stored(
        kafka(stack.kafka()),
        number(stack.database(), "select pg_database_size(current_database())"),
        number(stack.database(), "select pg_current_wal_lsn() - '0/0'::pg_lsn"));
  }

  /** What has been added since. */
  public Stored minus(Stored before) {
    return new Stored(kafka - before.kafka, postgres - before.postgres, wal - before.wal);
  }

  /** Adds its figures. */
  public void describe(Map<String, Double> figures, int dialogues) {
    figures.put("bytes_per_dialogue.kafka", (double) kafka / dialogues);
    figures.put("bytes_per_dialogue.postgres", (double) postgres / dialogues);
    figures.put("bytes_per_dialogue.wal", (double) wal / dialogues);
  }

  private static long kafka(String bootstrap) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      List<Integer> brokers = admin.describeCluster().nodes().get().stream().map(Node::id).toList();
      return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
          .flatMap(folders -> folders.values().stream())
          .flatMap(folder -> folder.replicaInfos().values().stream())
          .mapToLong(ReplicaInfo::size)
          .sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell its size", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static long number(Database database, String sql) {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not tell its size", e);
    }
  }
}
