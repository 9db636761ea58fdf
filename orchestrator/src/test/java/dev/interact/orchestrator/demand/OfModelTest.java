package dev.interact.orchestrator.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.orchestrator.limits.Limit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfModelTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      useHeadersInDisplayName = true,
      textBlock =
          """
          ready | in flight | concurrency | a minute | latency | allowed
          0     | 0         | 8           | -        | -       | 0
          3     | 2         | 8           | -        | -       | 5
          900   | 100       | 256         | -        | 2000    | 256
          900   | 100       | 256         | 600      | -       | 256
          900   | 100       | 256         | 600      | 2000    | 20
          900   | 100       | 256         | 601      | 2000    | 21
          900   | 100       | 256         | 1        | 10      | 1
          2     | 1         | 256         | 600      | 2000    | 3
          """)
  void a_model_is_asked_for_as_much_as_its_limits_allow(
      long ready, long inFlight, int concurrency, Long aMinute, Double latency, long allowed) {
    Limit limit = new Limit(concurrency, aMinute, null);

    assertThat(new OfModel(ready, inFlight).allowed(limit, latency)).isEqualTo(allowed);
  }
}
