package dev.interact.orchestrator.engine;

import dev.interact.orchestrator.event.Publishing;
import dev.interact.orchestrator.event.Relay;
import dev.interact.orchestrator.trouble.Trouble;
import dev.interact.orchestrator.writer.Deposed;
import dev.interact.orchestrator.writer.Writer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * This process's terms as the writer: takes the office when it is free, reads replies, works and
 * publishes events while it has it, and renews it every second. A term ends when another process
 * has the office, when it could not be renewed in time, when a thread of it has died, and when one
 * is stuck; then any process, this one too, may begin a new one.
 */
@Singleton
class Term {
  private static final Logger LOG = Logger.getLogger(Term.class);
  private static final long SECOND_MILLIS = 1_000;
  private static final String OFFICE = "the writer's row cannot be read";

  private final Writer writer;
  private final Engine engine;
  private final Inbox inbox;
  private final Relay relay;
  private final Trouble trouble;
  private final Pulse pulse = new Pulse();
  private final Thread thread = Thread.ofPlatform().name("engine").unstarted(this::run);
  private final Thread renewal = Thread.ofPlatform().name("lease").unstarted(this::renew);
  private volatile boolean stopping;

  Term(Writer writer, Engine engine, Inbox inbox, Relay relay, Trouble trouble) {
    this.writer = writer;
    this.engine = engine;
    this.inbox = inbox;
    this.relay = relay;
    this.trouble = trouble;
  }

  void start(@Observes StartupEvent event) {
    thread.start();
    renewal.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    engine.nudge();
    thread.join(TimeUnit.SECONDS.toMillis(10));
    renewal.interrupt();
    release();
  }

  private void run() {
    try {
      while (!stopping) {
        serveIfElected();
        if (!stopping) {
          Thread.sleep(SECOND_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serveIfElected() throws InterruptedException {
    try {
      pulse.beat();
      if (isWriter()) {
        serve();
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (Throwable e) {
      LOG.errorf("this process's term as the writer has failed: %s", Pulse.place(e));
    }
  }

  private boolean isWriter() {
    try {
      boolean taken = writer.take();
      trouble.isOver(OFFICE);
      if (!taken) {
        engine.rest();
      }
      return taken;
    } catch (RuntimeException e) {
      LOG.warnf("%s; trying again (%s)", OFFICE, e);
      trouble.is(OFFICE, e);
      return false;
    }
  }

  private void serve() throws InterruptedException {
    try (Reading reading = begin();
        Publishing events = relay.open()) {
      try {
        while (!stopping && writer.isHeld() && reading.isGettingOn() && events.isGettingOn()) {
          pulse.beat();
          work(reading);
        }
      } finally {
        release();
      }
    } catch (Deposed e) {
      LOG.debug("another orchestrator has become the writer");
    }
    if (!stopping) {
      LOG.warn("this process is the writer no more");
    }
  }

  private void work(Reading reading) throws InterruptedException {
    if (!reading.isOfAll()) {
      Thread.sleep(SECOND_MILLIS / 10);
    } else if (!engine.work()) {
      Thread.sleep(SECOND_MILLIS);
    }
  }

  private Reading begin() {
    try {
      LOG.infof("this process is the writer (epoch %d)", writer.epoch());
      engine.begin();
      return inbox.open();
    } catch (Throwable e) {
      release();
      throw e;
    }
  }

  /** Nothing but the end of this process keeps it from trying to hold the office. */
  private void renew() {
    try {
      while (true) {
        Thread.sleep(SECOND_MILLIS);
        renewOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void renewOnce() {
    try {
      if (thread.isAlive() && pulse.isFelt()) {
        writer.renew();
      } else if (writer.isHeld()) {
        LOG.error("the engine is stuck or has died; any other process may be the writer");
        release();
      }
    } catch (Throwable e) {
      LOG.debugf("the writer's row was not renewed: %s", e);
    }
  }

  private void release() {
    try {
      writer.release();
    } catch (SQLException | RuntimeException e) {
      LOG.debugf("the writer's row was not given back: %s", e);
    }
  }
}
