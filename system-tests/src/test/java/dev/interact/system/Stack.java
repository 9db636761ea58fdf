package dev.interact.system;

import dev.interact.local.LocalStack;
import dev.interact.local.Role;
import dev.interact.local.StackConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The real stack for a test: every service a process of its own, data in a folder of its own. */
final class Stack implements AutoCloseable {
  static final Path ROOT = Path.of(System.getProperty("interact.root"));

  final LocalStack local;
  final Api api;

  private Stack(LocalStack local) {
    this.local = local;
    this.api = new Api(local.orchestrator());
  }

  /**
   * Starts a stack whose models are a stub's.
   *
   * @param models entries of the model registry
   */
  static Stack withModels(Path data, String... models) throws IOException {
    return start(
        data,
        models,
        config ->
            config.withServices(
                EnumSet.of(Role.ORCHESTRATOR, Role.TEACHER, Role.STUDENT, Role.QUIZ)));
  }

  private static Stack start(Path data, String[] models, UnaryOperator<StackConfig> change)
      throws IOException {
    Path registry =
        Files.writeString(data.resolve("models.yaml"), "models:\n" + String.join("", models));
    StackConfig config =
        StackConfig.of(ROOT)
            .withDataDirectory(data.resolve("stack"))
            .withOrchestratorPort(0)
            .withModels(registry)
            .withEnvironment("INTERACT_RETRY_BACKOFF", "50ms");
    return new Stack(LocalStack.start(change.apply(config), line -> {}));
  }

  /** Rows of the orchestrator's database, each a list of texts. */
  List<List<String>> query(String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                local.database().jdbcUrl(), local.database().user(), local.database().password());
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      List<List<String>> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        all.add(row);
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The single number that a query gives. */
  long count(String sql) {
    return Long.parseLong(query(sql).getFirst().getFirst());
  }

  /** A study file with some settings changed. */
  static String study(String name, String model, Map<String, String> settings) {
    StringBuilder yaml =
        new StringBuilder("name: " + name + "\nconcepts: [test.jsonl]\n")
            .append("students: [" + model + "]\nteachers: [" + model + "]\n");
    settings.forEach((field, value) -> yaml.append(field).append(": ").append(value).append('\n'));
    return yaml.toString();
  }

  @Override
  public void close() {
    local.close();
  }
}
