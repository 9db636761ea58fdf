package dev.interact.orchestrator.window;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
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
  private long awaited;

  public Gate() {
    this(TimeMeter.SYSTEM_NANOTIME);
  }

  Gate(TimeMeter clock) {
    this.clock = clock;
    this.window = new Window(1);
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
