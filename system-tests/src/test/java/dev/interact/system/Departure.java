package dev.interact.system;

import static org.awaitility.Awaitility.await;

import dev.interact.local.Role;
import dev.interact.local.process.ChildProcess;
import java.time.Duration;
import java.util.List;

/** A teacher that has its calls answered and leaves while their replies cannot be booked. */
final class Departure implements Fault {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final int HELD = 3;

  private final Trial trial;
  private final ChildProcess teacher;
  private final String incarnation;
  private long fired;

  Departure(Trial trial, ChildProcess teacher) {
    this.trial = trial;
    this.teacher = teacher;
    this.incarnation = Incarnation.of(teacher);
  }

  @Override
  public String name() {
    return "calls of a teacher that left while the database was away";
  }

  @Override
  public long fired() {
    return fired;
  }

  /**
   * Stops the database and then the teacher, and starts the database again when the teacher counts
   * as gone.
   *
   * @param student the model of the students, whose answers are kept back, as are the teachers'
   */
  void run(String student, List<String> teachers) {
    await("calls in flight")
        .atMost(CEILING)
        .until(
            () -> {
              trial.stub.ration(student).allow(1);
              return trial.inFlight(incarnation) >= HELD && trial.holds(incarnation);
            });
    fired = trial.inFlight(incarnation);
    ChildProcess database = trial.stack.local.process(Role.POSTGRES);
    database.kill();
    teachers.forEach(model -> trial.stub.ration(model).lift());
    teacher.stop();
    await("it counts as gone").atMost(CEILING).until(() -> !isListed());
    database.start();
    trial.stub.ration(student).lift();
  }

  private boolean isListed() {
    return trial.stack.api.workers().findValuesAsText("incarnation").contains(incarnation);
  }
}
