package dev.interact.orchestrator.window;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What lets calls of one model pass: a window of calls in flight, and what the provider takes a
 * minute. To be used by one thread at a time.
 */
public final class Gate {
  /**
   * A place in the window is free for about so long before the next call has come to a worker: the
   * reply goes to the orchestrator, is stored, and the call is stored and sent.
   */
  private static final double GAP_MILLIS = 150;

  private static final double MOST_STANDING_BY = 0.5;
  private static final double WEIGHT_OF_LAST = 0.02;

  private final TimeMeter clock;
  private final Window window;
  private final Rate requests;
  private final Rate tokens;
  private long awaited;
  private double latency;

  /**
   * @param initial calls that may be in flight before any has been answered
   */
  public Gate(int initial) {
    this(initial, TimeMeter.SYSTEM_NANOTIME);
  }

  Gate(int initial, TimeMeter clock) {
    this.clock = clock;
    this.window = new Window(initial, 1);
    this.requests = new Rate(clock);
    this.tokens = new Rate(clock);
  }

  /**
   * Sets the model's limits; those that are as before change nothing.
   *
   * @param requestsPerMinute null where there is no limit
   * @param tokensPerMinute null where there is no limit
   */
  public void limit(int concurrency, Long requestsPerMinute, Long tokensPerMinute) {
    window.most(concurrency);
    requests.limit(requestsPerMinute);
    tokens.limit(tokensPerMinute);
  }

  /** How many calls may be sent now; 0 while one that had too many tokens waits for them. */
  public int room(int inFlight) {
    return tokens.has(awaited)
        ? Math.min(window.limit(millis()) - inFlight, requests.available())
        : 0;
  }

  /**
   * Asks whether a call of so many tokens may be sent now. If not, nothing passes until it might:
   * so large calls do not starve behind small ones.
   */
  public boolean hasTokens(long number) {
    if (!tokens.has(awaited)) {
      return false;
    }
    awaited = tokens.has(number) ? 0 : number;
    return awaited == 0;
  }

  /** A call of so many tokens is sent. */
  public void pass(long number) {
    requests.take(1);
    tokens.take(number);
  }

  /** A call was sent some time ago, before this gate was there. */
  public void passedBefore(long number, Duration age) {
    requests.wasTaken(1, age);
    tokens.wasTaken(number, age);
  }

  /**
   * The share of the calls in flight that may wait at workers beside them, each to begin when one
   * ends: as many as end while a place is free. 0 for models with a limit a minute, and while the
   * window is not at its widest: then it is decided call by call what is sent.
   */
  public double standingBy() {
    boolean simple = requests.isUnlimited() && tokens.isUnlimited() && window.isWide(millis());
    return simple && latency > 0 ? Math.min(MOST_STANDING_BY, GAP_MILLIS / latency) : 0;
  }

  /** The model answered. */
  public void answered(long latencyMillis) {
    window.answered();
    double last = Math.max(1, latencyMillis);
    latency = latency == 0 ? last : latency + WEIGHT_OF_LAST * (last - latency);
  }

  /** The call failed in a way that says nothing about limits. */
  public void failed() {
    window.failed();
  }

  /** The provider refused the call for its rate; it may say how long to wait. */
  public void refused(Long retryAfterMillis) {
    window.refused(retryAfterMillis, millis());
  }

  /** The provider was heard to ask for a wait of so many milliseconds before. */
  public void close(long forMillis) {
    window.close(forMillis, millis());
  }

  /** Calls that may be in flight at once, as things are. */
  public int width() {
    return window.width();
  }

  /** Milliseconds for which the provider asked to wait still; 0 where it does not. */
  public long closedMillis() {
    return window.closedFor(millis());
  }

  private long millis() {
    return TimeUnit.NANOSECONDS.toMillis(clock.currentTimeNanos());
  }
}
