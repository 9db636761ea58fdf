package dev.interact.worker.loop;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The attempts that a worker holds now, within its slots and half as many that stand by, and those
 * that it has seen.
 */
final class Attempts {
  private static final int REMEMBERED = 200_000;

  private final int slots;
  private final Semaphore free;
  private final Set<String> held = new HashSet<>();
  private final Set<String> seen =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });

  Attempts(int slots) {
    this.slots = slots;
    this.free = new Semaphore(slots);
  }

  int slots() {
    return slots;
  }

  int inFlight() {
    return slots - Math.max(0, free.availablePermits());
  }

  /** Waits until there is room for more, or for a second. */
  synchronized boolean awaitRoom() throws InterruptedException {
    if (!hasRoom()) {
      TimeUnit.SECONDS.timedWait(this, 1);
    }
    return hasRoom();
  }

  private boolean hasRoom() {
    return held.size() < slots + slots / 2;
  }

  /** Whether the attempt is new here; from now on it is not. */
  synchronized boolean isNew(String attempt) {
    return seen.add(attempt);
  }

  synchronized void hold(String attempt) {
    held.add(attempt);
  }

  /** Waits for a slot: a few more requests may be read at once than there are. */
  void enter() {
    free.acquireUninterruptibly();
  }

  /** Leaves the slot; the attempt is held until its reply is sent. */
  void leave() {
    free.release();
  }

  synchronized void release(String attempt) {
    held.remove(attempt);
    notifyAll();
  }

  synchronized List<String> held() {
    return List.copyOf(held);
  }

  /** Waits until nothing is held; false if that takes longer than the limit. */
  synchronized boolean awaitNoneHeld(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; !held.isEmpty() && left > 0; left = millisTo(end)) {
      wait(left);
    }
    return held.isEmpty();
  }

  private static long millisTo(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime());
  }
}
