package dev.interact.system;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many answers a model may still give; what is beyond waits. At first there is no limit. */
final class Ration {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean limited;
  private long left;

  /** Keeps all answers back from now on. */
  void hold() {
    set(true, 0);
  }

  /** Lets go some answers more. */
  void allow(long answers) {
    lock.lock();
    try {
      set(true, left + answers);
    } finally {
      lock.unlock();
    }
  }

  /** Lets go all answers that were kept back, and those to come. */
  void lift() {
    set(false, 0);
  }

  private void set(boolean toLimited, long toLeft) {
    lock.lock();
    try {
      limited = toLimited;
      left = toLeft;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the right to answer once, and waits for it where there is none. */
  void take() throws InterruptedException {
    lock.lock();
    try {
      while (limited && left == 0) {
        changed.await();
      }
      left--;
    } finally {
      lock.unlock();
    }
  }
}
