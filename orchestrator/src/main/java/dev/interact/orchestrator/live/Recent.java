package dev.interact.orchestrator.live;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The latest events, in the order of their offsets: whoever follows them reads here, each at its
 * own pace, so that no reader has a queue of its own. May be used by several threads.
 */
@Singleton
class Recent {
  /** How many events are held; about 1 kB each. */
  static final int MOST = 20_000;

  private final Told[] ring;
  private long written;
  private long start = -1;
  private long next = -1;

  Recent() {
    this(MOST);
  }

  Recent(int most) {
    this.ring = new Told[most];
  }

  /** Begins anew with the events from an offset on. */
  synchronized void begin(long offset) {
    written = 0;
    start = offset;
    next = offset;
  }

  /**
   * Adds some of the topic's next events.
   *
   * @param end the offset after the last record that was read, be it an event or none
   */
  synchronized void add(List<Told> some, long end) {
    for (Told told : some) {
      int place = (int) (written % ring.length);
      if (written >= ring.length) {
        start = ring[place].offset() + 1;
      }
      ring[place] = told;
      written++;
    }
    next = end;
  }

  /** The offset of the event that comes next; -1 where none has been heard yet. */
  synchronized long next() {
    return next;
  }

  /** Whether all events from an offset on that were heard are held. */
  synchronized boolean holds(long offset) {
    return offset >= start && offset <= next;
  }

  /**
   * Some events that follow each other.
   *
   * @param next the offset at which it goes on
   */
  record Stretch(List<Told> events, long next) {}

  /**
   * Events from an offset on; empty where not all of them are held.
   *
   * @param most how many at most
   */
  synchronized Optional<Stretch> from(long offset, int most) {
    if (!holds(offset)) {
      return Optional.empty();
    }
    List<Told> some = new ArrayList<>();
    for (long at = firstFrom(offset); at < written && some.size() < most; at++) {
      some.add(at(at));
    }
    return Optional.of(new Stretch(some, some.size() < most ? next : some.getLast().offset() + 1));
  }

  /** Which of the events written comes first from an offset on. */
  private long firstFrom(long offset) {
    long low = Math.max(0, written - ring.length);
    long high = written;
    while (low < high) {
      long middle = (low + high) / 2;
      if (at(middle).offset() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Told at(long number) {
    return ring[(int) (number % ring.length)];
  }
}
