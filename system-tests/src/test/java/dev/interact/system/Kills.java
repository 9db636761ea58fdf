package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interact.local.Role;
import dev.interact.local.StackException;
import dev.interact.local.process.ChildProcess;
import dev.interact.local.process.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code kill -9} of one process after another, a few seconds apart; each is started again beside
 * what goes on, as a supervisor would. Rounds take each victim once, in an order of their own.
 */
final class Kills implements Fault {
  private static final Duration BACK_WITHIN = Duration.ofMinutes(3);
  private static final int STARTS = 5;
  private static final Set<Role> CALL_MODELS = EnumSet.of(Role.TEACHER, Role.STUDENT);

  private final Trial trial;
  private final Random random;
  private final Map<Role, CompletableFuture<Void>> restarts = new EnumMap<>(Role.class);
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Role, Integer> struck = new EnumMap<>(Role.class);
  private final AtomicInteger failedStarts = new AtomicInteger();
  private Instant last;

  Kills(Trial trial, long seed) {
    System.out.println("processes are killed in an order drawn with seed " + seed);
    this.trial = trial;
    this.random = new Random(seed);
  }

  @Override
  public String name() {
    return "kill -9 of %s with %d starts that failed".formatted(struck, failedStarts.get());
  }

  @Override
  public long fired() {
    return struck.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** When it last struck. */
  Instant last() {
    return last;
  }

  /**
   * Kills, and returns when all are back.
   *
   * @param longest time between two kills; at least a third of it passes
   */
  void run(List<Role> victims, int number, Duration longest, Runnable afterEach) {
    List<Role> round = new ArrayList<>();
    int share = trial.share(number);
    for (int kill = 0; kill < number; kill++) {
      if (round.isEmpty()) {
        round.addAll(victims);
        Collections.shuffle(round, random);
      }
      trial.stub.ration().allow(share / 2);
      pause(longest.dividedBy(3).plusMillis(random.nextLong(longest.toMillis() * 2 / 3)));
      assertThat(trial.isOver()).as("the study was over before kill %d", kill + 1).isFalse();
      kill(round.removeFirst());
      trial.stub.ration().allow(share - share / 2);
      afterEach.run();
    }
    restarts.values().forEach(Kills::join);
  }

  private static void pause(Duration time) {
    try {
      new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(CompletableFuture<Void> restart) {
    restart.orTimeout(BACK_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
  }

  private void kill(Role role) {
    if (restarts.containsKey(role)) {
      join(restarts.get(role));
    }
    ChildProcess victim = trial.stack.local.process(role);
    assertThat(victim.isAlive()).as("%s runs", role.title()).isTrue();
    if (CALL_MODELS.contains(role)) {
      trial.mayRepeat(frozen(victim));
    }
    victim.kill();
    last = Instant.now();
    struck.merge(role, 1, Integer::sum);
    restarts.put(role, CompletableFuture.runAsync(() -> startAgain(victim), threads));
  }

  /**
   * Stops a worker while it holds calls, and counts them; it takes nothing more then. Should all
   * that is held be with others, they are given answers one by one, while the orchestrator answers.
   */
  private long frozen(ChildProcess worker) {
    String incarnation = Incarnation.of(worker);
    await("%s holds calls".formatted(worker.name()))
        .atMost(BACK_WITHIN)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .until(
            () -> {
              boolean holds = trial.holds(incarnation);
              trial.stub.ration().allow(holds ? 0 : 1);
              return holds;
            });
    Signal.STOP.send(worker.pid());
    return await("the database counts")
        .atMost(BACK_WITHIN)
        .ignoreExceptions()
        .until(() -> trial.inFlight(incarnation), count -> true);
  }

  private void startAgain(ChildProcess process) {
    for (int start = 1; ; start++) {
      try {
        process.restart();
        return;
      } catch (StackException e) {
        System.out.println(e.getMessage());
        failedStarts.incrementAndGet();
        if (start == STARTS) {
          throw e;
        }
      }
    }
  }
}
