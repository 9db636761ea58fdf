package dev.interact.orchestrator.reply;

import dev.interact.contracts.reply.Outcome;
import dev.interact.orchestrator.OrchestratorConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Says after how long a failed call is sent again, if at all. */
final class RetryPolicy {
  /** A provider that asks for more is asked again then all the same. */
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);

  private final OrchestratorConfig.Retry config;
  private final RandomGenerator random;

  RetryPolicy(OrchestratorConfig.Retry config, RandomGenerator random) {
    this.config = config;
    this.random = random;
  }

  /**
   * The wait before the next attempt.
   *
   * @param failures failed attempts so far, this one included
   * @param refusals attempts refused for their rate so far, this one included; they never end a
   *     call
   * @return empty where the call has failed for good
   */
  Optional<Duration> wait(Outcome failure, int failures, int refusals) {
    return switch (failure) {
      case Outcome.Completed completed -> throw new IllegalArgumentException("not a failure");
      case Outcome.Rejected rejected -> Optional.empty();
      case Outcome.Transient broken ->
          failures < config.attempts() ? Optional.of(backoff(failures)) : Optional.empty();
      case Outcome.RateLimited limited ->
          Optional.of(longer(backoff(refusals), limited.retryAfterMillis()));
    };
  }

  private static Duration longer(Duration backoff, Long asked) {
    Duration wait =
        Duration.ofMillis(asked == null ? 0 : Math.min(asked, LONGEST_ASKED.toMillis()));
    return wait.compareTo(backoff) > 0 ? wait : backoff;
  }

  /** Doubles with each failure up to the longest wait; half of it is left to chance. */
  private Duration backoff(int failures) {
    double full =
        Math.min(
            config.longest().toMillis(), config.backoff().toMillis() * Math.pow(2, failures - 1));
    return Duration.ofMillis(Math.round(full / 2 + random.nextDouble() * full / 2));
  }
}
