package dev.interact.orchestrator.engine;

import dev.interact.orchestrator.writer.Deposed;
import dev.interact.orchestrator.writer.Writer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * This process's terms as the writer: takes the office when it is free, reads replies and works
 * while it has it, renews it every second, and steps down when another process has taken it.
 */
@Singleton
class Term {
  private static final Logger LOG = Logger.getLogger(Term.class);
  private static final long SECOND_MILLIS = 1_000;

  private final Writer writer;
  private final Engine engine;
  private final Inbox inbox;
  private final Thread thread = Thread.ofPlatform().name("engine").unstarted(this::run);
  private final Thread renewal = Thread.ofPlatform().name("lease").unstarted(this::renew);
  private volatile boolean stopping;

  Term(Writer writer, Engine engine, Inbox inbox) {
    this.writer = writer;
    this.engine = engine;
    this.inbox = inbox;
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
    try {
      writer.release();
    } catch (RuntimeException e) {
      LOG.debugf("the writer's row was not given back: %s", e);
    }
  }

  private void run() {
    try {
      while (!stopping) {
        if (isWriter()) {
          serve();
        } else {
          Thread.sleep(SECOND_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isWriter() {
    try {
      return writer.take();
    } catch (RuntimeException e) {
      LOG.warnf("the writer's row cannot be read; trying again (%s)", e);
      return false;
    }
  }

  private void serve() throws InterruptedException {
    LOG.infof("this process is the writer (epoch %d)", writer.epoch());
    engine.begin();
    inbox.open();
    try {
      while (!stopping && writer.isHeld()) {
        if (!engine.work()) {
          Thread.sleep(SECOND_MILLIS);
        }
      }
    } catch (Deposed e) {
      LOG.warn("another orchestrator has become the writer");
    } finally {
      inbox.close();
    }
  }

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
      if (writer.isHeld()) {
        writer.renew();
      }
    } catch (RuntimeException e) {
      LOG.debugf("the writer's row was not renewed: %s", e);
    }
  }
}
