package dev.interact.system;

import static org.awaitility.Awaitility.await;

import dev.interact.local.process.ChildProcess;
import dev.interact.local.process.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A worker that is stopped in the middle of its calls until it is taken for dead, and wakes up. */
final class Freeze implements Fault {
  private static final Duration CEILING = Duration.ofMinutes(3);

  private final Trial trial;
  private final ChildProcess worker;
  private final String incarnation;

  Freeze(Trial trial, ChildProcess worker) {
    this.trial = trial;
    this.worker = worker;
    this.incarnation = Incarnation.of(worker);
  }

  @Override
  public String name() {
    return "late replies of a frozen worker";
  }

  /** The late replies: answers to calls that another worker has answered too. */
  @Override
  public long fired() {
    return late().size();
  }

  /** The tokens that each late reply was booked with. */
  List<Long> late() {
    return trial
        .stack
        .tables
        .rows(
            """
            select a.spent_tokens from attempt a where a.worker = ? and a.status = 'COMPLETED'
              and exists (select 1 from attempt b where b.call = a.call and b.id <> a.id
                          and b.status = 'COMPLETED')
            """,
            incarnation)
        .stream()
        .map(row -> Long.valueOf(row.getFirst()))
        .toList();
  }

  /**
   * Freezes the worker while its models keep their answers back, and wakes it up when its calls
   * count as lost and it has been away for a time. What it had not read by then it never asks for.
   */
  void run(Duration away) {
    await("calls held by the worker")
        .atMost(CEILING)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              trial.stub.ration().allow(1);
              return trial.inFlight(incarnation) > 1;
            });
    Instant begin = Instant.now();
    Signal.STOP.send(worker.pid());
    trial.stub.ration().lift();
    await("its calls count as lost")
        .atMost(away.plus(CEILING))
        .until(() -> lost() > 0 && Instant.now().isAfter(begin.plus(away)));
    trial.mayRepeat(lost());
    await("others answer them").atMost(CEILING).until(() -> answeredByOthers() == lost());
    Signal.CONT.send(worker.pid());
    await("its replies are booked").atMost(CEILING).until(trial::isAllBooked);
  }

  private long lost() {
    return trial.stack.tables.count(
        "select count(*) from attempt where worker = ? and status = 'LOST'", incarnation);
  }

  private long answeredByOthers() {
    return trial.stack.tables.count(
        """
        select count(*) from attempt a where a.worker = ? and a.status = 'LOST'
          and exists (select 1 from attempt b where b.call = a.call and b.status = 'COMPLETED')
        """,
        incarnation);
  }
}
