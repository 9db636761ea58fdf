package dev.interact.system;

import static org.awaitility.Awaitility.await;

import dev.interact.local.Role;
import dev.interact.local.process.ChildProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Teachers that come and go in good order while they are called. */
final class Rebalances implements Fault {
  private static final Duration CEILING = Duration.ofMinutes(2);

  private final Trial trial;
  private final List<ChildProcess> others = new ArrayList<>();
  private long fired;

  Rebalances(Trial trial) {
    this.trial = trial;
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
    int share = trial.share(6 * cycles);
    for (int cycle = 0; cycle < cycles; cycle++) {
      for (int other = 0; other < 3; other++) {
        int number = other;
        strike(share, () -> come(number), other + 2);
      }
      for (int other = 0; other < 3; other++) {
        strike(share, others.get(other)::stop, 3 - other);
      }
    }
  }

  private void come(int number) {
    if (number < others.size()) {
      others.get(number).start();
    } else {
      others.add(trial.stack.local.startAnother(Role.TEACHER));
    }
  }

  /** Something that changes who reads the requests counts if calls are in flight then. */
  private void strike(int share, Runnable change, int teachers) {
    trial.stub.ration().allow(share);
    await("calls of teachers in flight")
        .atMost(CEILING)
        .until(() -> trial.inFlight("teacher-") > 0);
    change.run();
    await("%d teachers".formatted(teachers))
        .atMost(CEILING)
        .until(() -> teachers(trial.stack).size() == teachers);
    fired++;
  }

  /** The names of the teachers that take requests. */
  static List<String> teachers(Stack stack) {
    return StreamSupport.stream(stack.api.workers().spliterator(), false)
        .filter(worker -> worker.path("role").asText().equals("teacher"))
        .filter(worker -> !worker.path("stopping").asBoolean())
        .map(worker -> worker.path("incarnation").asText())
        .toList();
  }
}
