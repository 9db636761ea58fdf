package dev.interact.orchestrator.demand;

import dev.interact.orchestrator.limits.Limit;

/**
 * How much one role has to do for one model.
 *
 * @param ready calls that wait to be sent
 * @param inFlight calls that are under way
 */
record OfModel(long ready, long inFlight) {
  private static final double MINUTE_MILLIS = 60_000;

  static final OfModel NOTHING = new OfModel(0, 0);

  OfModel plus(OfModel other) {
    return new OfModel(ready + other.ready, inFlight + other.inFlight);
  }

  /**
   * How many of the calls the model's limits allow at once. A rate allows as many as arrive at it
   * while one takes its time (Little, "A proof for the queuing formula L = λW", 1961).
   *
   * @param latencyMillis of the model's calls lately, on average; null where there were none
   */
  long allowed(Limit limit, Double latencyMillis) {
    long most = Math.min(ready + inFlight, limit.concurrency());
    if (limit.requestsPerMinute() == null || latencyMillis == null) {
      return most;
    }
    double atOnce = Math.ceil(limit.requestsPerMinute() * latencyMillis / MINUTE_MILLIS);
    return Math.min(most, Math.max(1, (long) atOnce));
  }
}
