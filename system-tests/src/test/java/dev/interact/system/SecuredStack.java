package dev.interact.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.helm.Chart;
import dev.interact.local.LocalStack;
import dev.interact.local.Role;
import dev.interact.local.StackConfig;
import dev.interact.local.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Broker and database as a house has them, and the services as the chart has them work there: all
 * is reached by TLS alone, each service has a Kafka user with the rights that the chart renders,
 * and the orchestrator a role that owns nothing. What the services are told of it is what {@code
 * values-large.yaml} renders.
 */
final class SecuredStack implements AutoCloseable {
  static final String HOST = "127.0.0.1";

  private static final Map<String, Role> SERVICES =
      Map.of(
          "orchestrator", Role.ORCHESTRATOR,
          "teacher", Role.TEACHER,
          "student", Role.STUDENT,
          "quiz", Role.QUIZ);

  final Authority authority = new Authority("house");
  final SecuredDatabase database = new SecuredDatabase(authority);
  final LocalStack local;
  final Api api;
  private final SecuredBroker broker = new SecuredBroker(authority);
  private final Map<String, Pod> pods = new TreeMap<>();

  /**
   * Starts it.
   *
   * @param folder an empty one
   * @param models the model registry
   */
  SecuredStack(Path folder, String models)
      throws IOException, SQLException, ExecutionException, InterruptedException {
    this.local =
        LocalStack.start(
            StackConfig.of(Stack.ROOT)
                .withDataDirectory(folder.resolve("stack"))
                .withModels(Files.writeString(folder.resolve("models.yaml"), models))
                .withServices(Set.of())
                .withBroker(broker.settings())
                .withDatabase(database.settings(folder.resolve("postgres"))),
            line -> {});
    broker.make(ChartAcls.rendered(), local.kafka());
    database.make(local.database());
    Map<String, Map<String, String>> secrets = secrets();
    for (JsonNode one : Chart.ofKind(Chart.render("values-large.yaml"), "Deployment")) {
      String name = one.at("/metadata/name").asText();
      pods.put(service(name), new Pod(one, secrets, folder.resolve(name)));
    }
    this.api = new Api(local.uri(start("orchestrator")));
    Stream.of("teacher", "student", "quiz").parallel().forEach(this::start);
  }

  private static String service(String deployment) {
    return deployment.replace("study-", "").replace("-default", "");
  }

  /** By the names that the values give them. */
  private Map<String, Map<String, String>> secrets() {
    Map<String, String> authorities =
        Map.of(
            "ca.crt",
            new Authority("the house a year later").certificate() + authority.certificate());
    Map<String, Map<String, String>> secrets = new HashMap<>();
    for (String user : SERVICES.keySet()) {
      secrets.put("interact-kafka-" + user, broker.secret(user));
    }
    secrets.put("kafka-ca", authorities);
    secrets.put("postgres-ca", authorities);
    secrets.put("interact-database", database.secret(SecuredDatabase.SERVICE));
    secrets.put("interact-database-owner", database.secret(SecuredDatabase.OWNER));
    return secrets;
  }

  private ChildProcess start(String service) {
    return local.startAnother(SERVICES.get(service), told(service));
  }

  /** What the chart tells a service of broker and database, which are elsewhere here. */
  private Map<String, String> told(String service) {
    Map<String, String> environment =
        pods.get(service).environment("KAFKA_", "QUARKUS_DATASOURCE_", "QUARKUS_FLYWAY_");
    environment.replace("KAFKA_BOOTSTRAP_SERVERS", local.kafka());
    environment.computeIfPresent(
        "QUARKUS_DATASOURCE_JDBC_URL",
        (name, url) -> url.replaceFirst("^[^?]+", database.url(SecuredDatabase.NAME)));
    return environment;
  }

  /** Settings of a Kafka client that has what a service has. */
  Map<String, Object> kafka(String service) {
    Map<String, Object> settings = new HashMap<>();
    told(service)
        .forEach(
            (name, value) -> {
              if (name.startsWith("KAFKA_")) {
                String setting = name.substring("KAFKA_".length()).replace('_', '.');
                settings.put(setting.toLowerCase(Locale.ROOT), value);
              }
            });
    settings.put("default.api.timeout.ms", 20_000);
    settings.put("request.timeout.ms", 10_000);
    settings.put("max.block.ms", 20_000);
    return settings;
  }

  /** Where the orchestrator's database is, with all that it is told of how to reach it. */
  String database() {
    return told("orchestrator").get("QUARKUS_DATASOURCE_JDBC_URL");
  }

  @Override
  public void close() {
    local.close();
  }
}
