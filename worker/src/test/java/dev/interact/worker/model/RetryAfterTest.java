package dev.interact.worker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  /** The date form is that of RFC 9110, section 5.6.7. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      textBlock =
          """
          30                            | 30000
          0                             | 0
          1.5                           | 1500
          ' 2 '                         | 2000
          Sat, 21 Nov 2026 08:01:30 GMT | 90000
          Sat, 21 Nov 2026 07:00:00 GMT | 0
          -5                            | null
          soon                          | null
          ''                            | null
          NaN                           | null
          1e99                          | null
          null                          | null
          """)
  void both_forms_are_read_and_nonsense_is_not(String header, Long millis) {
    assertThat(RetryAfter.millis(header, NOW)).isEqualTo(millis);
  }
}
