package dev.interact.system;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many answers a model may still give; who comes beyond that waits, first come first served.
 */
final class Ration {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long asked;
  private long allowed = Long.MAX_VALUE;

  /** Keeps all answers back from now on. */
  void hold() {
    set(asked);
  }

  /** Lets go some answers more. */
  void allow(long answers) {
    set(allowed == Long.MAX_VALUE ? allowed : allowed + answers);
  }

  /** Lets go all answers that were kept back, and those to come. */
  void lift() {
    set(Long.MAX_VALUE);
  }

  private void set(long now) {
    lock.lock();
    try {
      allowed = now;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the right to answer once, and waits for it where there is none. */
  void take() throws InterruptedException {
    lock.lock();
    try {
      long place = asked++;
      while (place >= allowed) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
