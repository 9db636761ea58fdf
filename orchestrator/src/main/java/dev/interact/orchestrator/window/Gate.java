package dev.interact.orchestrator.window;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;

/**
 * What lets calls of one model pass: a window of calls in flight, and what the provider takes a
 * minute. To be used by one thread at a time.
 */
public final class Gate {
  private final TimeMeter clock;
  private final Window window;
  private final Rate requests;
  private final Rate tokens;

  public Gate() {
    this(TimeMeter.SYSTEM_NANOTIME);
  }

  Gate(TimeMeter clock) {
    this.clock = clock;
    this.window = new Window(1);
    this.requests = new Rate(null, clock);
    this.tokens = new Rate(null, clock);
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

  /** How many calls may be sent now, if they are small. */
  public int room(int inFlight) {
    return Math.min(window.limit(millis()) - inFlight, requests.available());
  }

  /** Whether a call of so many tokens may be sent now. */
  public boolean hasTokens(long number) {
    return tokens.has(number);
  }

  /** A call of so many tokens is sent. */
  public void pass(long number) {
    requests.take(1);
    tokens.take(number);
  }

  /** The model answered. */
  public void answered() {
    window.answered();
  }

  /** The call failed in a way that says nothing about limits. */
  public void failed() {
    window.failed();
  }

  /** The provider refused the call for its rate; it may say how long to wait. */
  public void refused(Long retryAfterMillis) {
    window.refused(retryAfterMillis, millis());
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
