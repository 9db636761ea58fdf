package dev.interact.orchestrator.window;

import java.time.Duration;

/**
 * How many calls of one model may be in flight: a window that finds the provider's limit. It starts
 * where the registry says, doubles with every clean round (as many answers as the window is wide,
 * none refused) until the first refusal, is cut to 0.8 by each episode of refusals, and grows by 5%
 * with every clean round after that. Errors and timeouts end a round but cut nothing. The curve is
 * the one that Inspect AI publishes for its adaptive connections.
 *
 * <p>Times are milliseconds of a clock that never goes back. To be used by one thread at a time.
 */
public final class Window {
  private static final double CUT = 0.8;
  private static final double GROWTH = 1.05;
  private static final long LONGEST_WAIT = Duration.ofHours(1).toMillis();
  private static final long EPISODE = Duration.ofSeconds(15).toMillis();

  private final int initial;
  private int most;
  private int limit;
  private boolean searching = true;
  private int clean;
  private long episodeEnds = Long.MIN_VALUE;
  private long closedUntil = -Long.MAX_VALUE / 2;

  /**
   * @param initial where it starts
   * @param most the model's concurrency in the registry; never exceeded
   */
  public Window(int initial, int most) {
    this.initial = initial;
    this.most = most;
    this.limit = Math.min(initial, most);
  }

  /** Changes the most that may ever be in flight. */
  void most(int calls) {
    if (calls != most) {
      most = calls;
      limit = searching ? Math.min(Math.max(limit, initial), most) : Math.min(limit, most);
    }
  }

  /** Calls that may be in flight at a time, were the provider not to ask to wait. */
  int width() {
    return limit;
  }

  /** Whether nothing is known that speaks against as many calls in flight as there may ever be. */
  boolean isWide(long now) {
    return limit == most && now >= closedUntil;
  }

  /** How long the provider asked to wait still. */
  long closedFor(long now) {
    return Math.max(0, closedUntil - now);
  }

  /** Calls that may be in flight at a time; 0 while the provider asks to wait. */
  public int limit(long now) {
    return now < closedUntil ? 0 : limit;
  }

  /** The model answered. */
  public void answered() {
    clean++;
    if (clean >= limit && limit < most) {
      int grown = searching ? limit * 2 : (int) Math.ceil(limit * GROWTH);
      limit = Math.min(most, grown);
      clean = 0;
    }
  }

  /** The call failed in a way that says nothing about limits. */
  public void failed() {
    clean = 0;
  }

  /**
   * The provider refused the call for its rate.
   *
   * @param retryAfterMillis how long it asks to wait, or null
   */
  public void refused(Long retryAfterMillis, long now) {
    long wait = retryAfterMillis == null ? 0 : Math.min(retryAfterMillis, LONGEST_WAIT);
    close(wait, now);
    searching = false;
    clean = 0;
    if (now >= episodeEnds) {
      limit = Math.max(1, (int) (limit * CUT));
      episodeEnds = now + Math.max(EPISODE, wait);
    }
  }

  /** Nothing may be sent for some milliseconds, an hour at most. */
  void close(long forMillis, long now) {
    closedUntil = Math.max(closedUntil, now + Math.min(forMillis, LONGEST_WAIT));
  }
}
