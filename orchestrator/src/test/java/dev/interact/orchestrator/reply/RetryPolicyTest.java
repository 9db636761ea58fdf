package dev.interact.orchestrator.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.reply.Outcome;
import dev.interact.orchestrator.OrchestratorConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

  private record Settings() implements OrchestratorConfig.Retry {
    @Override
    public int attempts() {
      return 5;
    }

    @Override
    public Duration backoff() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration longest() {
      return Duration.ofSeconds(5);
    }
  }

  private static final RandomGenerator LUCK = () -> Long.MIN_VALUE;

  private static Optional<Duration> wait(Outcome outcome, int failures) {
    return new RetryPolicy(new Settings(), LUCK).wait(outcome, failures, Math.max(1, failures));
  }

  @ParameterizedTest
  @CsvSource({"1, 500, 1000", "2, 1000, 2000", "3, 2000, 4000", "4, 2500, 5000"})
  void a_passing_failure_waits_twice_as_long_each_time_half_of_it_by_chance(
      int failures, long least, long most) {
    Optional<Duration> wait = wait(new Outcome.Transient("x", null, null), failures);
    assertThat(wait.orElseThrow().toMillis()).isBetween(least, most);
  }

  @Test
  void a_rate_limit_waits_for_what_the_provider_asks_within_reason() {
    assertThat(wait(new Outcome.RateLimited(90_000L, "x"), 1)).hasValue(Duration.ofSeconds(90));
    assertThat(wait(new Outcome.RateLimited(Long.MAX_VALUE, "x"), 1)).hasValue(Duration.ofHours(1));
    assertThat(wait(new Outcome.RateLimited(0L, "x"), 1).orElseThrow().toMillis())
        .as("not all attempts at once")
        .isGreaterThanOrEqualTo(500);
  }

  @Test
  void a_rate_limit_without_a_time_backs_off() {
    assertThat(wait(new Outcome.RateLimited(null, "x"), 1).orElseThrow().toMillis())
        .isBetween(500L, 1000L);
  }

  @Test
  void the_last_failure_and_a_rejection_are_final_but_no_rate_limit() {
    assertThat(wait(new Outcome.Transient("x", null, null), 5)).isEmpty();
    assertThat(wait(new Outcome.RateLimited(1L, "x"), 500))
        .hasValueSatisfying(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(5)));
    assertThat(wait(new Outcome.Rejected("x", null, null), 1)).isEmpty();
  }
}
