package dev.interact.orchestrator.engine;

import dev.interact.contracts.reply.Reply;
import dev.interact.orchestrator.dispatch.Dispatcher;
import dev.interact.orchestrator.dispatch.LostWork;
import dev.interact.orchestrator.grading.GradingDesk;
import dev.interact.orchestrator.progress.Progress;
import dev.interact.orchestrator.reply.ReplyTaker;
import dev.interact.orchestrator.study.StudyRow;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * The one writer: replies are taken and calls are sent under one lock, so that no two transactions
 * ever decide about the same dialogue at once. What fails here is tried again: the database says
 * what is still to do.
 */
@Singleton
public class Engine {
  private static final Logger LOG = Logger.getLogger(Engine.class);
  private static final long IDLE_MILLIS = 200;
  private static final long PATROL_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long PAUSE_MILLIS = 1_000;
  private static final int REFUSALS = 3;

  private final Progress progress;
  private final ReplyTaker taker;
  private final Dispatcher dispatcher;
  private final LostWork lostWork;
  private final GradingDesk grading;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Semaphore work = new Semaphore(0);
  private final Thread thread = Thread.ofPlatform().name("engine").unstarted(this::run);
  private volatile boolean stopping;
  private long patrolled;

  Engine(
      Progress progress,
      ReplyTaker taker,
      Dispatcher dispatcher,
      LostWork lostWork,
      GradingDesk grading) {
    this.progress = progress;
    this.taker = taker;
    this.dispatcher = dispatcher;
    this.lostWork = lostWork;
    this.grading = grading;
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    nudge();
    thread.join(TimeUnit.SECONDS.toMillis(10));
  }

  /** There may be something to do. */
  public void nudge() {
    work.release();
  }

  /** Lets the failed dialogues of a study go on where they failed. */
  public void retry(String study) {
    writing.lock();
    try {
      QuarkusTransaction.requiringNew().call(() -> progress.retry(study));
    } finally {
      writing.unlock();
    }
    nudge();
  }

  /**
   * Applies replies; returns when they are stored, however long the database is away. A reply that
   * a living database refuses again and again is set aside, so that it holds up no other.
   *
   * @throws IllegalStateException if the process stops before; they will be delivered again
   */
  public void take(List<Reply> replies) throws InterruptedException {
    if (!isStored(replies)) {
      for (Reply reply : replies) {
        if (!isStored(List.of(reply))) {
          LOG.errorf("a reply of %s was set aside: it cannot be stored", reply.worker());
        }
      }
    }
    nudge();
  }

  private boolean isStored(List<Reply> replies) throws InterruptedException {
    for (int refusals = 0; refusals < REFUSALS; refusals += isDatabaseUp() ? 1 : 0) {
      if (stopping) {
        throw new IllegalStateException("stopping; replies wait for the next start");
      }
      if (tried("replies wait", () -> apply(replies))) {
        return true;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return false;
  }

  private static boolean isDatabaseUp() {
    try {
      return QuarkusTransaction.requiringNew().call(StudyRow::count) >= 0;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private void apply(List<Reply> replies) {
    taker.take(replies);
    for (Reply reply : replies) {
      switch (reply) {
        case Reply.Modelled modelled -> dispatcher.replied(modelled.attempt(), modelled.outcome());
        case Reply.HandedBack handedBack -> {
          lostWork.handedBack(handedBack.attempt());
          grading.replied(handedBack.attempt());
        }
        case Reply.Graded graded -> grading.replied(graded.batch());
      }
    }
  }

  private void run() {
    try {
      while (!stopping) {
        work.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        work.drainPermits();
        if (!tried("work waits", this::round)) {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    long now = System.nanoTime();
    if (now - patrolled > PATROL_NANOS) {
      settleUnsendable(lostWork.find());
      patrolled = now;
    }
    grading.dispatch();
    settleUnsendable(dispatcher.dispatch());
    if (QuarkusTransaction.requiringNew().call(progress::start) > 0) {
      nudge();
    }
  }

  private void settleUnsendable(List<Reply> refusals) {
    if (!refusals.isEmpty()) {
      apply(refusals);
      nudge();
    }
  }

  private boolean tried(String what, Runnable task) {
    writing.lock();
    try {
      task.run();
      return true;
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warnf(e, "%s: this try failed", what);
      return false;
    } finally {
      writing.unlock();
    }
  }
}
