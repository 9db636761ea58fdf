package dev.interact.orchestrator.limits;

import dev.interact.registry.Model;

/**
 * How much of a model may be asked for.
 *
 * @param concurrency the most calls in flight at once; at least 1
 * @param requestsPerMinute requests in any minute; null where there is no such limit
 * @param tokensPerMinute tokens, of prompts and the most that answers may have, in any minute; null
 *     where there is no such limit
 */
public record Limit(int concurrency, Long requestsPerMinute, Long tokensPerMinute) {

  /** The registry's limits of a model. */
  static Limit of(Model model) {
    return new Limit(model.concurrency(), model.requestsPerMinute(), model.tokensPerMinute());
  }

  /** These limits with those of a change in their place. */
  Limit changedBy(LimitChange change) {
    return new Limit(
        change.concurrency() == null ? concurrency : change.concurrency(),
        change.requestsPerMinute() == null ? requestsPerMinute : change.requestsPerMinute(),
        change.tokensPerMinute() == null ? tokensPerMinute : change.tokensPerMinute());
  }
}
