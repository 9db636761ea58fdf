package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.local.Role;
import dev.interact.local.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * As a cluster updates: a new worker is ready before an old one is stopped, and of two
 * orchestrators one is stopped at a time.
 */
class RollingUpdateTest {
  private static final int ROUNDS = 2;
  private static final int CONCEPTS = 20;
  private static final int REPLICAS = 5;
  private static final int CONCURRENCY = 8;
  private static final long PERIOD_MILLIS = 50;
  private static final List<Role> SERVICES =
      List.of(Role.ORCHESTRATOR, Role.TEACHER, Role.STUDENT, Role.QUIZ);

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;
  private static final Map<Role, List<ChildProcess>> replicas = new EnumMap<>(Role.class);

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack =
        Stack.withModels(
            data,
            stub.model(
                "steady", stub.answers(Duration.ofMillis(400)), "concurrency: " + CONCURRENCY));
    SERVICES.forEach(
        role -> replicas.put(role, new ArrayList<>(List.of(stack.local.process(role)))));
    replicas.get(Role.ORCHESTRATOR).add(stack.local.startAnother(Role.ORCHESTRATOR));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  @Test
  void all_services_are_replaced_twice_under_load_and_no_call_is_paid_twice() {
    String yaml =
        Stack.study(
            "updated", "steady", Map.of("conditions", "[dynamic]", "turns", "4", "fresh", "true"));
    stub.ration().hold();
    Trial trial = new Trial(stack, stub, yaml, Concepts.some(CONCEPTS));
    Replacements replacements = new Replacements();
    long calls = stack.api.status(trial.study).path("calls").path("planned").asLong();
    try (Drip drip = new Drip(replacements, calls)) {
      for (int round = 0; round < ROUNDS; round++) {
        replicas.values().forEach(replacements::replace);
      }
      assertThat(trial.isOver()).as("the study runs still").isFalse();
    }
    stub.liftAll();
    trial.assertClean(replacements);
  }

  /**
   * Lets the model answer so slowly that there is work for each replacement, however long these
   * take; a process that stops has the calls answered that are in flight then, and no more.
   */
  private static final class Drip implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private long allowed;

    Drip(Replacements replacements, long calls) {
      clock.scheduleAtFixedRate(
          () -> {
            long share = calls * (replacements.fired() + 1) / (ROUNDS * REPLICAS + 2);
            if (allowed < Math.max(share, replacements.owed)) {
              stub.ration().allow(1);
              allowed++;
            }
          },
          0,
          PERIOD_MILLIS,
          TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
      clock.shutdownNow();
    }
  }

  private static final class Replacements implements Fault {
    private volatile long fired;
    private volatile long owed;

    /** Replaces each of some replicas. */
    void replace(List<ChildProcess> some) {
      for (ChildProcess old : List.copyOf(some)) {
        if (role(old) == Role.ORCHESTRATOR) {
          stop(old);
          old.start();
        } else {
          some.remove(old);
          some.add(stack.local.startAnother(role(old)));
          stop(old);
        }
      }
    }

    private void stop(ChildProcess old) {
      // Calls that are on their way to the model have not been counted yet.
      owed = stub.requests("steady").size() + 2 * CONCURRENCY;
      old.stop();
      fired += old.isAlive() ? 0 : 1;
    }

    private static Role role(ChildProcess process) {
      return SERVICES.stream()
          .filter(role -> process.name().startsWith(role.title()))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public String name() {
      return "replaced";
    }

    @Override
    public long fired() {
      return fired;
    }
  }
}
