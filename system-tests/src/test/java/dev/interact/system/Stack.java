package dev.interact.system;

import dev.interact.local.LocalStack;
import dev.interact.local.Role;
import dev.interact.local.StackConfig;
import dev.interact.system.verify.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The real stack for a test: every service a process of its own, data in a folder of its own. */
final class Stack implements AutoCloseable {
  static final Path ROOT = Path.of(System.getProperty("interact.root"));

  private static final String ADMIN_KEY = "INTERACT_ACCESS_ADMIN_KEY";

  final LocalStack local;
  final Api api;
  final Tables tables;

  /**
   * @param key with which it is asked; null where it asks for none
   */
  private Stack(LocalStack local, String key) {
    this.local = local;
    this.api = new Api(local.orchestrator()).with(key);
    this.tables = new Tables(local::database);
  }

  /**
   * Starts a stack whose models are a stub's.
   *
   * @param models entries of the model registry
   */
  static Stack withModels(Path data, String... models) throws IOException {
    return withModels(data, Map.of(), models);
  }

  /**
   * As {@link #withModels(Path, String...)}, with settings of the services on top.
   *
   * @param environment given to every service; the API is asked with its key, if it has one
   */
  static Stack withModels(Path data, Map<String, String> environment, String... models)
      throws IOException {
    Path registry =
        Files.writeString(data.resolve("models.yaml"), "models:\n" + String.join("", models));
    StackConfig config =
        StackConfig.of(ROOT)
            .withDataDirectory(data.resolve("stack"))
            .withOrchestratorPort(0)
            .withModels(registry)
            .withServices(EnumSet.of(Role.ORCHESTRATOR, Role.TEACHER, Role.STUDENT, Role.QUIZ))
            .withEnvironment("INTERACT_RETRY_BACKOFF", "50ms");
    for (var setting : environment.entrySet()) {
      config = config.withEnvironment(setting.getKey(), setting.getValue());
    }
    return new Stack(LocalStack.start(config, line -> {}), environment.get(ADMIN_KEY));
  }

  /** Rows of the orchestrator's database, each a list of texts. */
  List<List<String>> query(String sql) {
    return tables.rows(sql);
  }

  /** Changes rows behind the orchestrator's back, whatever refers to them. */
  void change(String sql) {
    try (Connection connection =
        DriverManager.getConnection(
            local.database().jdbcUrl(), local.database().user(), local.database().password())) {
      connection.createStatement().execute("set session_replication_role = replica");
      if (connection.createStatement().executeUpdate(sql) != 1) {
        throw new IllegalStateException("this changed another number of rows than one: " + sql);
      }
      // The writer is told that somebody else has changed something, as whoever does so must.
      connection.createStatement().executeUpdate("update writer set others = others + 1");
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The single number that a query gives. */
  long count(String sql) {
    return tables.count(sql);
  }

  /** A study file of one model, with some settings changed. */
  static String study(String name, String model, Map<String, String> settings) {
    StringBuilder yaml = new StringBuilder("name: " + name + "\nconcepts: [test.jsonl]\n");
    Map<String, String> all =
        new TreeMap<>(Map.of("students", "[" + model + "]", "teachers", "[" + model + "]"));
    all.putAll(settings);
    all.forEach((field, value) -> yaml.append(field).append(": ").append(value).append('\n'));
    return yaml.toString();
  }

  @Override
  public void close() {
    local.close();
  }
}
