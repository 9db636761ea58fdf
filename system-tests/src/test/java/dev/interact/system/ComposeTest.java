package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.local.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The Compose file as it reads; there is no Docker to bring it up with. */
class ComposeTest {
  private static final Path FILE = Stack.ROOT.resolve("deploy/compose/compose.yaml");
  private static final String OURS = "interact-";

  private static Map<String, Map<String, Object>> services;
  private static Map<String, Map<String, Object>> networks;

  @BeforeAll
  static void read() throws IOException {
    Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(Files.readString(FILE));
    services = file.get("services");
    networks = file.get("networks");
  }

  private static Map<String, Map<String, Object>> ours() {
    Map<String, Map<String, Object>> ours = new TreeMap<>(services);
    ours.values().removeIf(service -> !service.get("image").toString().startsWith(OURS));
    return ours;
  }

  private static Map<?, ?> environment(String service) {
    return (Map<?, ?>) services.get(service).get("environment");
  }

  @Test
  void each_service_runs_its_own_image_and_is_kept_small() {
    Set<String> wanted = new TreeSet<>();
    for (Role role : Role.values()) {
      if (role.isService()) {
        wanted.add(role.title());
      }
    }
    assertThat(ours().keySet()).isEqualTo(wanted);
    ours()
        .forEach(
            (name, service) -> {
              assertThat(service.get("image")).asString().startsWith(OURS + name + ":");
              assertThat(service.get("read_only")).as(name).isEqualTo(true);
              assertThat(service.get("user")).as(name).isEqualTo("10001:10001");
              assertThat(service.get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
            });
  }

  @Test
  void all_meet_the_same_broker_and_the_orchestrator_alone_the_database() {
    for (String name :
        List.of("orchestrator", "teacher-service", "student-service", "quiz-service")) {
      assertThat(environment(name).get("KAFKA_BOOTSTRAP_SERVERS")).isEqualTo("kafka:9092");
      assertThat(environment(name).containsKey("QUARKUS_DATASOURCE_JDBC_URL"))
          .as(name)
          .isEqualTo(name.equals("orchestrator"));
    }
    assertThat(ours().entrySet().stream().filter(e -> e.getValue().containsKey("env_file")))
        .as("who has keys")
        .extracting(Map.Entry::getKey)
        .containsExactly("student-service", "teacher-service");
    assertThat(services.get("student-service").get("env_file").toString())
        .as("no password of the database")
        .contains("models.env");
    assertThat(environment("orchestrator").get("INTERACT_ACCESS_ADMIN_KEY").toString())
        .startsWith("${INTERACT_ACCESS_ADMIN_KEY:?");
  }

  @Test
  void nothing_can_be_reached_from_elsewhere() {
    services.forEach(
        (name, service) ->
            assertThat((List<?>) service.getOrDefault("ports", List.of()))
                .as(name)
                .allMatch(port -> port.toString().startsWith("127.0.0.1:")));
    assertThat(networks.get("inside").get("internal")).isEqualTo(true);
    assertThat(services.get("quiz-service").get("networks")).isEqualTo(List.of("inside"));
  }
}
