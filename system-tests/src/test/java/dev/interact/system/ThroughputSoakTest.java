package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import dev.interact.local.Role;
import dev.interact.system.verify.Claim;
import dev.interact.system.verify.Verifier;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls a second as teachers come and go: in proportion to them, up to the model's limit, and none
 * lost or made twice.
 */
@Tag("soak")
class ThroughputSoakTest {
  private static final Duration CEILING = Duration.ofMinutes(5);
  private static final Percentage PROPORTIONAL = withinPercentage(5);
  private static final List<Integer> TEACHERS = List.of(1, 2, 4, 8, 4, 2, 1);
  private static final int SLOTS = 4;
  private static final int LIMIT = 24;
  private static final Duration LATENCY = Duration.ofSeconds(2);
  private static final int CONCEPTS = 100;
  private static final int TURNS = 5;
  private static final List<Integer> SEEDS = List.of(1, 2, 3, 4, 5, 6);
  private static final int DIALOGUES = CONCEPTS * SEEDS.size();

  /** Rounds are as many calls as are in flight: before the figure is taken, and for it. */
  private static final int ROUNDS_BEFORE = 3;

  private static final int ROUNDS = 15;

  /** Tells the load since it was asked before. */
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  @TempDir static Path folder;
  private static volatile Duration latency = LATENCY;
  private static ModelStub stub;
  private static Stack stack;
  private static Fleet teachers;

  /**
   * A figure.
   *
   * @param atOnce calls that so many teachers can have in flight
   * @param busy the part of the machine that all that runs on it took meanwhile
   */
  private record Step(int teachers, int atOnce, double callsPerSecond, double busy) {
    double ideal() {
      return atOnce / (double) LATENCY.toSeconds();
    }

    double perCallAtOnce() {
      return callsPerSecond / atOnce;
    }
  }

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack =
        Stack.withModels(
            folder,
            stub.model("quick", stub.answers(Duration.ZERO), "concurrency: 64"),
            stub.model("slow", stub.answers(() -> latency), "concurrency: " + LIMIT));
    teachers =
        new Fleet(
            stack.local, Role.TEACHER, Map.of("INTERACT_WORKER_SLOTS", String.valueOf(SLOTS)));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static JsonNode demand() {
    return Api.json(stack.api.request("/api/demand?role=teacher", Map.of()).body());
  }

  @Test
  void twice_as_many_teachers_make_twice_as_many_calls_until_the_models_limit() {
    String study =
        stack.api.submit(
            Stack.study(
                "scaled",
                "quick",
                Map.of(
                    "conditions",
                    "[dynamic]",
                    "turns",
                    String.valueOf(TURNS),
                    "seeds",
                    SEEDS.toString(),
                    "teachers",
                    "[slow]")),
            Concepts.some(CONCEPTS));
    assertCallsWait(study);

    List<Step> steps = new ArrayList<>();
    for (int number : TEACHERS) {
      teachers.scaleTo(number);
      steps.add(measured(number));
    }
    print(steps);
    teachers.scaleTo(0);
    assertCallsWait(study);

    latency = Duration.ZERO;
    teachers.scaleTo(2);
    stack.api.awaitFinished(study);
    assertThat(stub.requests("slow")).as("none lost, none repeated").hasSize(DIALOGUES * TURNS);
    assertThat(
            new Verifier(stack.tables, topic -> Records.all(stack.local.kafka(), topic))
                .findings(new Claim(study, DIALOGUES, stub.counts(), 0, 0)))
        .isEmpty();
    Step first = steps.getFirst();
    assertThat(steps)
        .allSatisfy(
            step ->
                assertThat(step.perCallAtOnce())
                    .as("calls a second of %d teachers", step.teachers())
                    .isCloseTo(first.perCallAtOnce(), PROPORTIONAL));
  }

  /** No teacher is there: so many calls want one, and none is made. */
  private static void assertCallsWait(String study) {
    int made = stub.requests("slow").size();
    await()
        .atMost(CEILING)
        .untilAsserted(
            () -> {
              assertThat(demand().path("calls").asInt()).isEqualTo(LIMIT);
              assertThat(demand().path("in_flight").asInt()).isZero();
              assertThat(stack.api.status(study).path("waiting").toString())
                  .contains("No teacher-service takes requests; its calls wait.");
            });
    assertThat(stub.requests("slow")).hasSize(made);
  }

  private static Step measured(int number) {
    int atOnce = Math.min(number * SLOTS, LIMIT);
    await().atMost(CEILING).until(() -> demand().path("in_flight").asInt() == atOnce);
    int first = stub.requests("slow").size() + ROUNDS_BEFORE * atOnce;
    int last = first + ROUNDS * atOnce;
    awaitMoreThan(first);
    MACHINE.getCpuLoad();
    awaitMoreThan(last);
    double busy = MACHINE.getCpuLoad();
    long[] arrivals =
        stub.requests("slow").stream().mapToLong(ModelStub.Request::arrived).sorted().toArray();
    double seconds = (arrivals[last] - arrivals[first]) / 1e9;
    return new Step(number, atOnce, ROUNDS * atOnce / seconds, busy);
  }

  private static void awaitMoreThan(int requests) {
    await()
        .atMost(CEILING)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> stub.requests("slow").size() > requests);
  }

  private static void print(List<Step> steps) {
    Step first = steps.getFirst();
    System.out.println("teachers  at once  ideal/s  calls/s  of ideal  of first  machine busy");
    for (Step step : steps) {
      System.out.printf(
          Locale.ROOT,
          "%8d  %7d  %7.1f  %7.2f  %8.3f  %8.3f  %12.2f%n",
          step.teachers(),
          step.atOnce(),
          step.ideal(),
          step.callsPerSecond(),
          step.callsPerSecond() / step.ideal(),
          step.perCallAtOnce() / first.perCallAtOnce(),
          step.busy());
    }
  }
}
