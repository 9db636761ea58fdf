package dev.interact.orchestrator.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.registry.Model;
import dev.interact.study.input.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {
  private static final Limit REGISTRY = new Limit(12, 600L, null);

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          CONCURRENCY, REQUESTS, TOKENS, THEN_CONCURRENCY, THEN_REQUESTS, THEN_TOKENS
          -,           -,        -,      12,               600,           -
          4,           -,        -,      4,                600,           -
          -,           60,       -,      12,               60,            -
          40,          6000,     1,      40,               6000,          1
          """)
  void a_change_stands_where_it_says_something(
      Integer concurrency, Long requests, Long tokens, int c, Long r, Long t) {
    assertThat(REGISTRY.changedBy(new LimitChange(concurrency, requests, tokens)))
        .isEqualTo(new Limit(c, r, t));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          0,  -,  -,  concurrency: must be at least 1; found 0.
          -5, -,  -,  concurrency: must be at least 1; found -5.
          -,  0,  -,  requests_per_minute: must be at least 1; found 0.
          -,  -,  -1, tokens_per_minute: must be at least 1; found -1.
          -,  10000000001, -, requests_per_minute: must be at most 10000000000; found 10000000001.
          -,  -,  9000000000000000000, tokens_per_minute: must be at most 10000000000; found 9000000000000000000.
          -,  -,  -,  'Give at least one of concurrency, requests_per_minute and tokens_per_minute;'
          """)
  void what_can_be_no_limit_is_refused_by_field(
      Integer concurrency, Long requests, Long tokens, String sentence) {
    assertThatThrownBy(() -> new LimitChange(concurrency, requests, tokens).check())
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void one_is_enough_and_the_most_is_not_too_much() {
    assertThatCode(() -> new LimitChange(1, 1L, 1L).check()).doesNotThrowAnyException();
    assertThatCode(
            () ->
                new LimitChange(Integer.MAX_VALUE, Model.MOST_A_MINUTE, Model.MOST_A_MINUTE)
                    .check())
        .doesNotThrowAnyException();
  }
}
