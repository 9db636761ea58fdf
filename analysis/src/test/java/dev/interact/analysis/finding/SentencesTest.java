package dev.interact.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.analysis.table.Sample;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
  /** Differences between two values in turn, each of a cluster of its own or two to a cluster. */
  private static Difference of(int n, int each, double even, double odd) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return Difference.of(
        "A",
        "B",
        new Sample(
            IntStream.range(0, n).mapToDouble(i -> (i / each) % 2 == 0 ? even : odd).toArray(),
            IntStream.range(0, n).map(i -> i / each).toArray(),
            ones),
        7);
  }

  /** Twelve values a and b: mean (a + b) / 2, standard error |a - b| / (2 sqrt 11), t = 2.20099. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12 | 1 | 0.3 | 0.2   | With n = 12 concepts, A is higher than B by 25.0 points [21.7, 28.3].
          12 | 1 | -0.3 | -0.2 | With n = 12 concepts, A is lower than B: the difference is -25.0 points [-28.3, -21.7].
          12 | 1 | 0.3 | -0.2  | With n = 12 concepts it cannot be decided whether A is higher or lower than B: the difference is 5.0 points [-11.6, 21.6].
          24 | 2 | 0.3 | 0.2   | With n = 24 concepts in 12 clusters, A is higher than B by 25.0 points [21.7, 28.3].
          12 | 1 | 0 | 0       | With n = 12 concepts, A and B do not differ on any of them, so that there is no interval.
          12 | 1 | 0.1 | 0.1   | With n = 12 concepts, the difference of A − B is 10.0 points on each of them, so that there is no interval.
          9 | 1 | 0.1 | 0.1    | With n = 9 concepts nothing can be decided, and no interval is given: the difference of A − B is 10.0 points.
          1 | 1 | 0.1 | 0.1    | With n = 1 concept nothing can be decided, and no interval is given: the difference of A − B is 10.0 points.
          """)
  void a_difference_is_said_in_plain_words(
      int n, int each, double even, double odd, String sentence) {
    assertThat(Sentences.difference(of(n, each, even, odd))).isEqualTo(sentence);
  }

  /** t(11) at 0.95 is 1.79588. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12 | 0.01 | -0.008 | 1   | With n = 12 concepts, A and B are equal within ±1 point: the difference is 0.1 points (90% CI [-0.4, 0.6]).
          12 | 0.3 | -0.2 | 2.5    | With n = 12 concepts it is not shown that A and B are equal within ±2.5 points: the difference is 5.0 points (90% CI [-8.5, 18.5]).
          9 | 0.3 | -0.2 | 1       | With n = 9 concepts it cannot be tested that A and B are equal (fewer than 10 clusters): the difference is 7.8 points.
          12 | 0 | 0 | 1           | With n = 12 concepts it cannot be tested that A and B are equal (all have the same difference): the difference is 0.0 points.
          """)
  void equivalence_is_said_with_its_margin(
      int n, double even, double odd, double margin, String sentence) {
    assertThat(Sentences.equivalence(of(n, 1, even, odd), margin)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12 | 0.3 | 0.2  | With n = 12 concepts it is shown that A is not below B by 1 point or more: the difference is 25.0 points, at least 22.3 (one-sided 95% bound).
          12 | 0.3 | -0.2 | With n = 12 concepts it is not shown that A is not below B by 1 point or more: the difference is 5.0 points, at least -8.5 (one-sided 95% bound).
          """)
  void non_inferiority_is_said_with_its_bound(int n, double even, double odd, String sentence) {
    assertThat(Sentences.nonInferiority(of(n, 1, even, odd), 1)).isEqualTo(sentence);
  }
}
