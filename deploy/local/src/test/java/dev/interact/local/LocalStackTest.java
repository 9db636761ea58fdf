package dev.interact.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.local.process.ChildProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {
  @TempDir Path data;

  @Test
  void startsEverythingAndLeavesNothing() throws IOException {
    var config = StubCheckout.services(data);
    List<ChildProcess> processes;
    try (var stack = LocalStack.start(config, line -> {})) {
      processes = stack.processes();

      assertThat(processes).hasSize(Role.values().length).allMatch(ChildProcess::isAlive);
      var database = stack.database();
      assertThat(told(stack, Role.ORCHESTRATOR))
          .contains("KAFKA_BOOTSTRAP_SERVERS=" + stack.kafka())
          .contains("QUARKUS_DATASOURCE_JDBC_URL=" + database.jdbcUrl())
          .contains("QUARKUS_DATASOURCE_USERNAME=" + database.user())
          .contains("QUARKUS_DATASOURCE_PASSWORD=" + database.password());
      assertThat(told(stack, Role.TEACHER))
          .containsExactlyInAnyOrder(
              "KAFKA_BOOTSTRAP_SERVERS=" + stack.kafka(),
              "OFFLINE_MODEL_URL=" + stack.offlineModel() + "/v1",
              "INTERACT_MODELS=" + config.models(),
              "QUARKUS_HTTP_HOST=127.0.0.1",
              "QUARKUS_HTTP_PORT=" + stack.uri(Role.TEACHER).getPort());
    }
    assertThat(processes).noneMatch(ChildProcess::isAlive);
    assertThat(data.resolve("stack.json")).doesNotExist();
  }

  @Test
  void aServiceIsKilledRestartedAndJoinedByAnother() throws IOException {
    var config = StubCheckout.services(data).withServices(EnumSet.of(Role.TEACHER));
    try (var stack = LocalStack.start(config, line -> {})) {
      var teacher = stack.process(Role.TEACHER);
      long before = teacher.pid();

      teacher.kill();
      assertThat(teacher.isAlive()).isFalse();
      teacher.restart();
      var another = stack.startAnother(Role.TEACHER);

      assertThat(teacher.pid()).isNotEqualTo(before);
      assertThat(told(stack, Role.TEACHER)).contains("KAFKA_BOOTSTRAP_SERVERS=" + stack.kafka());
      assertThat(another.name()).isEqualTo("teacher-service-2");
      assertThat(RunningStack.find(data).orElseThrow().processes())
          .containsKeys("teacher-service", "teacher-service-2");
    }
  }

  @Test
  void aServiceThatDiesEarlyIsNamedWithItsErrorAndItsLog() throws IOException {
    var config =
        StubCheckout.services(data)
            .withServices(Set.of(Role.QUIZ))
            .withEnvironment("STUB_FAILS_WITH", "no answer key");

    assertThatThrownBy(() -> LocalStack.start(config, line -> {}))
        .isInstanceOf(StackException.class)
        .hasMessage(
            "quiz-service stopped while starting: ERROR no answer key (log: %s)",
            data.resolve("logs/quiz-service.log"));
    assertThat(data.resolve("stack.json")).doesNotExist();
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void aServiceThatIsNotBuiltIsFoundBeforeAnythingStarts() {
    var config = StackConfig.of(data).withOrchestratorPort(0);

    assertThatThrownBy(() -> LocalStack.start(config, line -> {}))
        .isInstanceOf(StackException.class)
        .hasMessageEndingWith("is not built; run ./mvnw package.");
    assertThat(data.resolve(".interact/logs")).doesNotExist();
  }

  @Test
  void aPortInUseIsFoundBeforeAnythingStarts() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var config = StubCheckout.services(data).withOrchestratorPort(other.getLocalPort());

      assertThatThrownBy(() -> LocalStack.start(config, line -> {}))
          .isInstanceOf(StackException.class)
          .hasMessage(
              "Port %s is in use (by another program); stop it or choose another with --port.",
              other.getLocalPort());
      assertThat(data.resolve("logs")).doesNotExist();
    }
  }

  @Test
  void aSecondStackOnTheSameDataIsRefused() {
    var config = StubCheckout.infrastructure(data);
    try (var stack = LocalStack.start(config, line -> {})) {
      assertThatThrownBy(() -> LocalStack.start(config, line -> {}))
          .isInstanceOf(StackException.class)
          .hasMessageStartingWith("Another Interact is running on " + data);
      assertThat(stack.processes()).allMatch(ChildProcess::isAlive);
    }
  }

  private static List<String> told(LocalStack stack, Role service) throws IOException {
    var environment = stack.uri(service).resolve("/environment").toURL();
    try (var in = environment.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.matches("(KAFKA|OFFLINE|INTERACT|QUARKUS)_.*"))
          .toList();
    }
  }
}
