package dev.interact.orchestrator.writer;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a process knows of its own term as the writer. News of a term that has been followed by
 * another changes nothing, whoever brings it. Times are nanoseconds of a clock that never goes
 * back.
 */
final class Held {
  private final long length;
  private final AtomicReference<Term> term = new AtomicReference<>();

  /** A term that holds the row for some time since its renewal was last asked for. */
  private record Term(long epoch, long renewed) {}

  /**
   * @param length how long a renewal holds
   */
  Held(Duration length) {
    this.length = length.toNanos();
  }

  /** The term that has begun and not ended. */
  OptionalLong epoch() {
    Term now = term.get();
    return now == null ? OptionalLong.empty() : OptionalLong.of(now.epoch());
  }

  /** Whether there is a term, and it was renewed in time. */
  boolean isHeld(long now) {
    Term last = term.get();
    return last != null && now - last.renewed() < length;
  }

  void begin(long epoch, long asked) {
    term.set(new Term(epoch, asked));
  }

  void renew(long epoch, long asked) {
    term.updateAndGet(now -> is(now, epoch) ? new Term(epoch, asked) : now);
  }

  void end(long epoch) {
    term.updateAndGet(now -> is(now, epoch) ? null : now);
  }

  private static boolean is(Term term, long epoch) {
    return term != null && term.epoch() == epoch;
  }
}
