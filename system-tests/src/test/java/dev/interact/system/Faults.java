package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interact.local.Role;
import dev.interact.local.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Processes are killed, frozen, started and stopped, and messages repeated, while a study runs; it
 * must not show. The short form of these tests and the long one differ in numbers alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Faults {
  private static final long SEED = 915;
  private static final int CONCEPTS = 6;
  private static final String STUDENT = "pupil";
  private static final List<String> TEACHERS = List.of("master", "mistress");

  /** Answers may be kept back for as long as a fault takes. */
  private static final String PATIENT = "timeout-seconds: 900";

  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final Duration LATENCY = Duration.ofMillis(100);

  /**
   * How much of each fault there is.
   *
   * @param turns of each study
   * @param kills of random processes
   * @param pause between two kills at most
   * @param repeated kills of one and the same process
   * @param cycles of rebalances
   * @param frozen how long a worker is away at least
   */
  record Form(int turns, int kills, Duration pause, int repeated, int cycles, Duration frozen) {}

  private final Form form;
  private ModelStub stub;
  private Stack stack;
  private List<String> undisturbed;

  Faults(Form form) {
    this.form = form;
  }

  @BeforeAll
  void runWithoutFaults(@TempDir Path data) throws IOException {
    stub = new ModelStub();
    ModelStub.Behaviour answers = stub.answers(LATENCY);
    stack =
        Stack.withModels(
            data,
            Map.of("INTERACT_PRESENCE_SILENCE", "5s", "INTERACT_PRESENCE_ABSENCE", "4s"),
            stub.model(STUDENT, answers, "concurrency: 16", PATIENT),
            stub.model(TEACHERS.getFirst(), answers, "concurrency: 8", PATIENT),
            stub.model(TEACHERS.getLast(), answers, "concurrency: 8", PATIENT));
    try (Trial trial = begin("undisturbed")) {
      undisturbed = trial.answers();
      trial.assertClean();
    }
  }

  @AfterAll
  void stop() {
    stack.close();
    stub.close();
  }

  /** Nothing that a failed test has left dead or alive disturbs the next. */
  @AfterEach
  void restore() {
    stub.liftAll();
    for (ChildProcess process : stack.local.processes()) {
      boolean first =
          Stream.of(Role.values()).anyMatch(role -> role.title().equals(process.name()));
      if (!first) {
        process.stop();
      } else if (!process.isAlive()) {
        process.restart();
      }
    }
  }

  /** Two teachers; each study draws anew, so that none finds its answers in the ledger. */
  private Trial begin(String name) {
    Map<String, String> settings =
        Map.of(
            "conditions",
            "[dynamic, static-lesson]",
            "teachers",
            TEACHERS.toString(),
            "turns",
            String.valueOf(form.turns()),
            "fresh",
            "true");
    return new Trial(stack, stub, Stack.study(name, STUDENT, settings), Concepts.some(CONCEPTS));
  }

  /** One that is given calls as soon as there are any. */
  private ChildProcess secondTeacher() {
    ChildProcess second = stack.local.startAnother(Role.TEACHER);
    await("two teachers").atMost(CEILING).until(() -> Rebalances.teachers(stack).size() == 2);
    return second;
  }

  /** From here on the models answer freely; what they have said must be as without faults. */
  private void assertUndisturbed(Trial trial, Fault... faults) {
    stub.liftAll();
    assertThat(trial.answers()).isEqualTo(undisturbed);
    trial.assertClean(faults);
    assertLogsHoldNoModelText();
  }

  private void assertLogsHoldNoModelText() {
    for (ChildProcess process : stack.local.processes()) {
      if (process.log().toFile().exists()) {
        assertThat(process.log()).content().doesNotContain("What I have to say");
      }
    }
  }

  @Test
  void any_process_may_be_killed_at_any_time() {
    stub.ration().hold();
    try (Trial trial = begin("killed")) {
      Kills kills = new Kills(trial, SEED);

      kills.run(
          List.of(
              Role.TEACHER, Role.STUDENT, Role.QUIZ, Role.ORCHESTRATOR, Role.BROKER, Role.POSTGRES),
          form.kills(),
          form.pause(),
          () -> {});

      assertUndisturbed(trial, kills);
    }
  }

  @ParameterizedTest
  @CsvSource({"BROKER,60", "POSTGRES,30", "ORCHESTRATOR,60"})
  void what_calls_no_model_may_be_killed_for_nothing(Role role, int seconds) {
    stub.ration().hold();
    try (Trial trial = begin("killed-" + role.title())) {
      Kills kills = new Kills(trial, SEED);

      kills.run(
          List.of(role),
          form.repeated(),
          form.pause(),
          () -> trial.awaitMovesOn(kills.last(), Duration.ofSeconds(seconds)));

      assertUndisturbed(trial, kills);
    }
  }

  @Test
  void an_orchestrator_that_is_stopped_in_good_order_leaves_nothing_unread() {
    stub.ration().hold();
    try (Trial trial = begin("stopped-orchestrator")) {
      stub.ration().allow(trial.share(1));
      stack.api.awaitOver(trial.study, 2);

      stack.local.process(Role.ORCHESTRATOR).stop();
      stack.local.process(Role.ORCHESTRATOR).start();

      assertUndisturbed(trial);
    }
  }

  /** It lets go of its calls when their replies are sent, which nobody can take yet. */
  @Test
  void a_teacher_that_leaves_while_the_database_is_away_has_been_heard() {
    ChildProcess second = secondTeacher();
    stub.ration(STUDENT).hold();
    TEACHERS.forEach(teacher -> stub.ration(teacher).hold());
    try (Trial trial = begin("left")) {
      Departure departure = new Departure(trial, second);

      departure.run(STUDENT, TEACHERS);

      assertUndisturbed(trial, departure);
    }
  }

  @Test
  void teachers_may_come_and_go() {
    stub.ration(STUDENT).hold();
    try (Trial trial = begin("rebalanced")) {
      Rebalances rebalances = new Rebalances(trial, STUDENT, TEACHERS);

      rebalances.run(form.cycles());

      assertUndisturbed(trial, rebalances);
    }
  }

  @Test
  void a_frozen_worker_changes_nothing_when_it_wakes_up() {
    ChildProcess second = secondTeacher();
    stub.ration().hold();
    try (Trial trial = begin("frozen")) {
      Freeze freeze = new Freeze(trial, second);

      freeze.run(form.frozen());

      assertUndisturbed(trial, freeze);
      assertThat(freeze.late()).as("tokens booked for each late reply").doesNotContain(0L);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1})
  void repeated_and_reordered_messages_change_nothing(double share) {
    try (Repeater repeater = new Repeater(stack.local.kafka(), share, SEED);
        Trial trial = begin("repeated-" + Math.round(100 * share))) {
      assertUndisturbed(trial, repeater);
      assertThat(repeater.fired()).as("copies").isGreaterThan(Math.round(100 * share));
    }
  }
}
