package dev.interact.system;

import static org.awaitility.Awaitility.await;

import dev.interact.local.Role;
import dev.interact.local.process.ChildProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/** Teachers that come and go in good order while they are called. */
final class Rebalances implements Fault {
  private static final Duration CEILING = Duration.ofMinutes(2);

  private static final int OTHERS = 3;
  private static final int IN_FLIGHT = 3;

  private final Trial trial;
  private final Ration students;
  private final List<Ration> teachers;
  private final List<ChildProcess> others = new ArrayList<>();
  private long fired;

  /**
   * @param student the model of the students, no teacher's
   * @param teachers the models of the teachers
   */
  Rebalances(Trial trial, String student, List<String> teachers) {
    this.trial = trial;
    this.students = trial.stub.ration(student);
    this.teachers = teachers.stream().map(trial.stub::ration).toList();
  }

  @Override
  public String name() {
    return "teachers that come and go";
  }

  @Override
  public long fired() {
    return fired;
  }

  /**
   * Scales from one teacher to four and back.
   *
   * @param cycles how often; each makes six rebalances
   */
  void run(int cycles) {
    students.hold();
    teachers.forEach(Ration::hold);
    for (int cycle = 0; cycle < cycles; cycle++) {
      for (int other = 0; other < OTHERS; other++) {
        int number = other;
        strike(() -> come(number), other + 2);
      }
      for (int other = 0; other < OTHERS; other++) {
        ChildProcess leaving = others.get(other);
        strike(() -> go(leaving), OTHERS - other);
      }
    }
    students.lift();
    teachers.forEach(Ration::lift);
  }

  private void come(int number) {
    if (number < others.size()) {
      others.get(number).start();
    } else {
      others.add(trial.stack.local.startAnother(Role.TEACHER));
    }
  }

  /** A teacher leaves its topic while it holds calls, and its process when they are answered. */
  private void go(ChildProcess teacher) {
    String incarnation = Incarnation.of(teacher);
    CompletableFuture<Void> gone = CompletableFuture.runAsync(teacher::stop);
    await("it leaves").atMost(CEILING).until(() -> !teachers(trial.stack).contains(incarnation));
    teachers.forEach(Ration::lift);
    gone.join();
    teachers.forEach(Ration::hold);
  }

  /** Changes who reads the requests while teachers hold calls; students make them do so. */
  private void strike(Runnable change, int expected) {
    await("calls of teachers in flight")
        .atMost(CEILING)
        .until(
            () -> {
              students.allow(1);
              return trial.inFlight("teacher-") >= IN_FLIGHT;
            });
    change.run();
    await("%d teachers".formatted(expected))
        .atMost(CEILING)
        .until(() -> teachers(trial.stack).size() == expected);
    fired++;
  }

  /** The names of the teachers that take requests. */
  static List<String> teachers(Stack stack) {
    return StreamSupport.stream(stack.api.workers().spliterator(), false)
        .filter(worker -> worker.path("role").asText().equals("teacher"))
        .filter(worker -> worker.path("partitions").asInt() > 0)
        .filter(worker -> !worker.path("stopping").asBoolean())
        .map(worker -> worker.path("incarnation").asText())
        .toList();
  }
}
