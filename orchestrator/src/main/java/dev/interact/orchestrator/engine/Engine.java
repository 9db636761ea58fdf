package dev.interact.orchestrator.engine;

import dev.interact.contracts.quiz.AnsweredSheet;
import dev.interact.contracts.reply.Reply;
import dev.interact.orchestrator.dispatch.Dispatcher;
import dev.interact.orchestrator.dispatch.Gates;
import dev.interact.orchestrator.dispatch.LostWork;
import dev.interact.orchestrator.grading.GradingDesk;
import dev.interact.orchestrator.grading.GradingPost;
import dev.interact.orchestrator.progress.Progress;
import dev.interact.orchestrator.reply.ReplyTaker;
import dev.interact.orchestrator.reply.Taken;
import dev.interact.orchestrator.study.Lifecycle;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.orchestrator.telemetry.EngineMeters;
import dev.interact.orchestrator.trouble.Trouble;
import dev.interact.orchestrator.writer.Deposed;
import dev.interact.orchestrator.writer.Writer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What the writer does: takes replies and sends calls, under one lock, so that no two transactions
 * ever decide about the same dialogue at once. What fails here is tried again: the database says
 * what is still to do.
 */
@Singleton
public class Engine implements Reading.Taker {
  private static final Logger LOG = Logger.getLogger(Engine.class);
  private static final long IDLE_MILLIS = 200;
  private static final long PATROL_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final String REPLIES = "replies wait";
  private static final String WORK = "work waits";

  /** What became of a task. */
  enum Result {
    DONE,
    /** The database is away, and the task may be tried again. */
    DATABASE_AWAY,
    /** It failed while the database was well. */
    FAILED
  }

  private final Writer writer;
  private final Progress progress;
  private final ReplyTaker taker;
  private final Dispatcher dispatcher;
  private final Gates gates;
  private final LostWork lostWork;
  private final GradingDesk grading;
  private final GradingPost gradingPost;
  private final Lifecycle lifecycle;
  private final Trouble trouble;
  private final EngineMeters meters;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Semaphore work = new Semaphore(0);
  private long patrolled;
  private boolean sheetsWait;
  private boolean mayStartMore;
  private volatile boolean anythingMayBe;
  private volatile long caughtUp = System.nanoTime();

  Engine(
      Writer writer,
      Progress progress,
      ReplyTaker taker,
      Dispatcher dispatcher,
      Gates gates,
      LostWork lostWork,
      GradingDesk grading,
      GradingPost gradingPost,
      Lifecycle lifecycle,
      Trouble trouble,
      EngineMeters meters) {
    this.writer = writer;
    this.progress = progress;
    this.taker = taker;
    this.dispatcher = dispatcher;
    this.gates = gates;
    this.lostWork = lostWork;
    this.grading = grading;
    this.gradingPost = gradingPost;
    this.lifecycle = lifecycle;
    this.trouble = trouble;
    this.meters = meters;
  }

  /** There may be something to do, of whatever kind. */
  public void nudge() {
    anythingMayBe = true;
    work.release();
  }

  /** This process has just become the writer. */
  void begin() {
    dispatcher.forget();
    gates.forget();
    patrolled = System.nanoTime() - PATROL_NANOS - 1;
  }

  /** Another process is the writer: nothing keeps this one from any work. */
  void rest() {
    trouble.isOver(WORK);
    trouble.isOver(REPLIES);
  }

  /**
   * {@inheritDoc}
   *
   * @throws Deposed if this process is the writer no more
   */
  @Override
  public Result take(List<Reply> replies, boolean ofAll) {
    Result result = tried(REPLIES, () -> apply(replies, ofAll));
    return result == Result.FAILED && !isDatabaseUp() ? Result.DATABASE_AWAY : result;
  }

  @Override
  public void caughtUp(long moment) {
    caughtUp = moment;
  }

  private static boolean isDatabaseUp() {
    try {
      return QuarkusTransaction.requiringNew().call(StudyRow::count) >= 0;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Takes replies, and sends what may be sent then: what they make wanted among others. */
  private void apply(List<Reply> replies, boolean ofAll) {
    if (replies.isEmpty()) {
      return;
    }
    if (ofAll) {
      // First: what is learned after would count these attempts as under way for good.
      dispatcher.learn();
    }
    for (Reply reply : replies) {
      if (reply instanceof Reply.Modelled modelled) {
        dispatcher.replied(modelled);
      }
    }
    Supplier<Answered> taking =
        () -> {
          Taken taken = taker.take(replies);
          return new Answered(taken, grading.sheets(taken.answered()));
        };
    Answered answered = ofAll ? dispatched(taking) : dispatcher.without(taking);
    taker.count(answered.taken());
    sheetsWait |= !grading.send(answered.sheets());
    for (Reply reply : replies) {
      switch (reply) {
        case Reply.Modelled modelled -> {}
        case Reply.HandedBack handedBack -> {
          lostWork.handedBack(handedBack.attempt());
          gradingPost.handedBack(handedBack.attempt());
          sheetsWait = true;
        }
        case Reply.Graded graded -> gradingPost.graded(graded);
      }
    }
  }

  /** What came of replies. */
  private record Answered(Taken taken, List<AnsweredSheet> sheets) {}

  /** Does something, starts what there is room for, and sends what may be sent. */
  private <T> T dispatched(Supplier<T> before) {
    Dispatcher.Dispatched<T> dispatched =
        dispatcher.dispatch(
            () -> {
              T done = before.get();
              mayStartMore = progress.start() > 0;
              return done;
            });
    settleUnsendable(dispatched.refusals());
    return dispatched.done();
  }

  /**
   * Waits a little for something to do, and does it; false if that failed and may be tried again.
   *
   * @throws Deposed if this process is the writer no more
   */
  boolean work() throws InterruptedException {
    work.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
    work.drainPermits();
    return tried(WORK, this::round) == Result.DONE;
  }

  private void round() {
    meters.round(this::workOnce);
  }

  private void workOnce() {
    boolean all = anythingMayBe;
    anythingMayBe = false;
    long now = System.nanoTime();
    if (now - patrolled > PATROL_NANOS) {
      all = true;
      patrolled = now;
      writer.run(
          () -> {
            lifecycle.pauseUnreadable();
            progress.sweep();
          });
      giveWay();
      gates.refresh();
      dispatcher.compare();
      dispatcher.note();
      giveWay();
      settleUnsendable(lostWork.find(caughtUp));
      giveWay();
    }
    if (all || sheetsWait) {
      sheetsWait = grading.dispatch();
      giveWay();
    }
    if (all) {
      progress.lookForMore();
      giveWay();
    }
    dispatched(() -> null);
    if (mayStartMore) {
      work.release();
    }
  }

  /** Lets replies that wait be taken before what comes next. */
  private void giveWay() {
    if (writing.hasQueuedThreads()) {
      writing.unlock();
      writing.lock();
    }
  }

  private void settleUnsendable(List<Reply> refusals) {
    if (!refusals.isEmpty()) {
      apply(refusals, false);
      nudge();
    }
  }

  private Result tried(String what, Runnable task) {
    writing.lock();
    try {
      task.run();
      trouble.isOver(what);
      return Result.DONE;
    } catch (Deposed e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warnf(e, "%s: this try failed", what);
      return trouble.is(what, e) ? Result.DATABASE_AWAY : Result.FAILED;
    } finally {
      writing.unlock();
    }
  }
}
