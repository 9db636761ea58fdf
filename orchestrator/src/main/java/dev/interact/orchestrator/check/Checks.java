package dev.interact.orchestrator.check;

import dev.interact.orchestrator.check.CheckStatus.Kind;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Runs checks in the background, and remembers the last of each kind and study. */
@Singleton
class Checks {
  private static final Logger LOG = Logger.getLogger(Checks.class);
  private static final int AT_ONCE = 2;

  private record Subject(String study, Kind kind) {}

  private final Replay replay;
  private final Regrading regrading;
  private final Map<Subject, Check> checks = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("check-", 0).factory());

  Checks(Replay replay, Regrading regrading) {
    this.replay = replay;
    this.regrading = regrading;
  }

  /** Starts a check, unless it runs already. */
  CheckStatus start(String study, Kind kind) {
    return checks
        .compute(
            new Subject(study, kind),
            (subject, last) -> last != null && last.isRunning() ? last : started(subject))
        .status();
  }

  private Check started(Subject subject) {
    Check check = new Check(subject.study(), subject.kind());
    threads.execute(() -> run(subject, check));
    return check;
  }

  /** The last check of a kind and study, if there was one since this process started. */
  Optional<CheckStatus> find(String study, Kind kind) {
    return Optional.ofNullable(checks.get(new Subject(study, kind))).map(Check::status);
  }

  private void run(Subject subject, Check check) {
    try {
      switch (subject.kind()) {
        case REPLAY -> replay.run(subject.study(), check);
        case REGRADE -> regrading.run(subject.study(), check);
      }
      check.end();
    } catch (CheckFailed e) {
      check.fail(e.getMessage());
    } catch (RuntimeException e) {
      LOG.warnf(e, "a check failed");
      check.fail("The orchestrator failed at this check; its log says why.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      check.fail("The orchestrator was stopped during the check.");
    }
  }
}
