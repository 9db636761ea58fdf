package dev.interact.analysis.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.stats.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExpectationTest {
  /** Of so many clusters that t is normal; its 95% interval reaches 1.96 standard errors. */
  private static Estimate estimate(double low, double high) {
    return new Estimate(
        (low + high) / 2, 10_000, (high - low) / 2 / 1.96, 9_999.0, new Interval(low, high, 0.95));
  }

  @ParameterizedTest
  @CsvSource({
    "ABOVE, 0.1, 3, SUPPORTED",
    "ABOVE, -0.1, 3, UNDECIDED",
    "ABOVE, -3, -0.1, CONTRADICTED",
    "NOT_BELOW, -0.9, 3, SUPPORTED",
    "NOT_BELOW, -1.1, 3, UNDECIDED",
    "NOT_BELOW, -3, -1.1, CONTRADICTED",
    "WITHIN, -0.9, 0.9, SUPPORTED",
    // The 95% interval is not within the margin, the 90% one is.
    "WITHIN, -1.1, 1.1, SUPPORTED",
    "WITHIN, -1.3, 1.3, UNDECIDED",
    "WITHIN, 0.5, 2, UNDECIDED",
    "WITHIN, 1.1, 2, CONTRADICTED",
    "WITHIN, -2, -1.1, CONTRADICTED",
    "NOT_ABOVE, -2, 0.9, SUPPORTED",
    "NOT_ABOVE, -2, 1.1, UNDECIDED",
    "NOT_ABOVE, 0.1, 0.9, CONTRADICTED",
    "NOT_ABOVE, 0.1, 5, CONTRADICTED",
    "UNKNOWN, 1, 2, NOT_COMPARABLE"
  })
  void verdicts_follow_from_the_interval_and_a_margin_of_one_point(
      Expectation expectation, double low, double high, Verdict verdict) {
    assertThat(expectation.judge(estimate(low, high), 1)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void nothing_is_decided_without_an_interval(Expectation expectation) {
    Estimate few = new Estimate(50, 9, 0.1, 8.0, null);

    assertThat(expectation.judge(few, 1)).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void a_direction_is_that_of_the_value() {
    assertThat(Expectation.ABOVE.direction(0.1, 1)).contains("is as");
    assertThat(Expectation.ABOVE.direction(-0.1, 1)).contains("is not as");
    assertThat(Expectation.NOT_BELOW.direction(-0.9, 1)).contains("is as");
    assertThat(Expectation.WITHIN.direction(-1.1, 1)).contains("is not as");
    assertThat(Expectation.NOT_ABOVE.direction(0.5, 1)).contains("is not as");
    assertThat(Expectation.UNKNOWN.direction(0.5, 1)).contains("not known");
  }
}
