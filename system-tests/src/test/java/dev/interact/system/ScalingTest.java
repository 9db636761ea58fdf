package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.local.Role;
import dev.interact.local.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Teachers come and go while a study runs, in pools of their own. */
class ScalingTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final int SLOTS = 8;
  private static final int LIMIT = 20;
  private static final int CONCEPTS = 60;

  @TempDir static Path folder;
  private static ModelStub stub;
  private static Stack stack;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack =
        Stack.withModels(
            folder,
            Map.of("INTERACT_WORKER_SLOTS", String.valueOf(SLOTS)),
            stub.model("quick", stub.answers(Duration.ZERO)),
            stub.model("slow", stub.answers(Duration.ZERO), "concurrency: " + LIMIT),
            stub.model("rare", stub.answers(Duration.ZERO)),
            stub.model("far", stub.answers(Duration.ZERO), "pool: gpu"));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static String study(String name, String teacher) {
    return Stack.study(
        name,
        "quick",
        Map.of("conditions", "[dynamic]", "turns", "1", "teachers", "[" + teacher + "]"));
  }

  private static JsonNode demand(String pool) {
    return Api.json(stack.api.request("/api/demand?role=teacher&pool=" + pool, Map.of()).body());
  }

  private static void awaitRequests(int number) {
    await().atMost(CEILING).untilAsserted(() -> assertThat(stub.requests("slow")).hasSize(number));
  }

  @Test
  void more_teachers_make_more_calls_at_once_until_the_models_limit_and_fewer_lose_none() {
    Ration ration = stub.ration("slow");
    ration.hold();
    String study = stack.api.submit(study("scaled", "slow"), Concepts.some(CONCEPTS));
    awaitRequests(SLOTS);
    await()
        .atMost(CEILING)
        .untilAsserted(() -> assertThat(demand("default").path("calls").asInt()).isEqualTo(LIMIT));
    assertThat(demand("default").path("in_flight").asInt()).isEqualTo(SLOTS);

    ChildProcess second = stack.local.startAnother(Role.TEACHER);
    awaitRequests(2 * SLOTS);
    ChildProcess third = stack.local.startAnother(Role.TEACHER);
    awaitRequests(LIMIT);
    ration.allow(5);
    awaitRequests(LIMIT + 5);

    ration.lift();
    third.stop();
    second.stop();
    stack.api.awaitFinished(study);
    assertThat(stub.requests("slow")).as("none lost, none repeated").hasSize(CONCEPTS);
    await()
        .atMost(CEILING)
        .untilAsserted(() -> assertThat(demand("default").path("calls").asInt()).isZero());
  }

  @Test
  void calls_wait_for_teachers_that_were_let_go_and_say_so() {
    stack.api.awaitFinished(stack.api.submit(study("busy", "rare"), Concepts.some(2)));
    assertThat(stub.requests("rare")).hasSize(2);
    ChildProcess teacher = stack.local.process(Role.TEACHER);
    teacher.stop();
    try {
      String study = stack.api.submit(study("asleep", "rare"), Concepts.some(5));
      await()
          .atMost(CEILING)
          .untilAsserted(() -> assertThat(demand("default").path("calls").asInt()).isEqualTo(3));
      assertThat(demand("default").path("in_flight").asInt()).isZero();
      await()
          .atMost(CEILING)
          .untilAsserted(
              () ->
                  assertThat(stack.api.status(study).path("waiting").toString())
                      .contains("No teacher-service takes requests; its calls wait."));
      assertThat(stub.requests("rare")).hasSize(2);

      teacher.start();
      stack.api.awaitFinished(study);
      assertThat(stub.requests("rare")).hasSize(5);
    } finally {
      teacher.restart();
    }
  }

  @Test
  void a_model_is_called_by_the_workers_of_its_pool() {
    String study = stack.api.submit(study("pooled", "far"), Concepts.some(3));
    await()
        .atMost(CEILING)
        .untilAsserted(() -> assertThat(demand("gpu").path("calls").asInt()).isEqualTo(3));
    assertThat(demand("default").path("calls").asInt()).isZero();
    assertThat(stack.api.status(study).path("waiting").toString())
        .contains("No teacher-service of pool 'gpu' takes requests; its calls wait.");
    assertThat(stub.requests("far")).isEmpty();

    ChildProcess gpu =
        stack.local.startAnother(Role.TEACHER, Map.of("INTERACT_WORKER_POOL", "gpu"));
    stack.api.awaitFinished(study);
    assertThat(stub.requests("far")).hasSize(3);
    gpu.stop();
  }

  @Test
  void who_asks_for_a_pool_or_role_that_is_not_there_is_told_what_is() {
    assertThat(stack.api.request("/api/demand?role=teacher&pool=none", Map.of()).body())
        .contains("The registry has no pool 'none'; it has default, gpu.");
    assertThat(stack.api.request("/api/demand?role=cook", Map.of()).body())
        .contains("role: must be one of teacher, student, quiz.");
  }
}
