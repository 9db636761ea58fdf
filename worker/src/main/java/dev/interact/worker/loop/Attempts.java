package dev.interact.worker.loop;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The attempts that a worker holds now, within its slots, and those that it has seen. */
final class Attempts {
  private static final int REMEMBERED = 200_000;

  private final int slots;
  private final Semaphore free;
  private final Set<String> held = ConcurrentHashMap.newKeySet();
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

  int freeSlots() {
    return Math.max(0, slots - held.size());
  }

  /** Waits until a slot is free, or for a second. */
  boolean awaitFreeSlot() throws InterruptedException {
    boolean found = free.tryAcquire(1, TimeUnit.SECONDS);
    if (found) {
      free.release();
    }
    return found;
  }

  /** Whether the attempt is new here; from now on it is not. */
  synchronized boolean isNew(String attempt) {
    return seen.add(attempt);
  }

  void hold(String attempt) {
    held.add(attempt);
  }

  /** Waits for a slot: a few more requests may be read at once than there are. */
  void enter() {
    free.acquireUninterruptibly();
  }

  void release(String attempt) {
    held.remove(attempt);
    free.release();
  }

  List<String> held() {
    return List.copyOf(held);
  }

  /** Waits until nothing is held; false if that takes longer than the limit. */
  boolean awaitNoneHeld(long millis) throws InterruptedException {
    return free.tryAcquire(slots, millis, TimeUnit.MILLISECONDS);
  }
}
