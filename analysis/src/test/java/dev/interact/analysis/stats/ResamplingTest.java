package dev.interact.analysis.stats;

import static dev.interact.analysis.stats.TurnsToMatch.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {
  private static final double[] D = {
    0.12, -0.05, 0.30, 0.08, 0.0, 0.22, -0.11, 0.17, 0.05, 0.09, 0.14, -0.02
  };

  /** Means of 39 resamples that NumPy drew from D. */
  private static final double[] MEANS = {
    0.0983, 0.0858, 0.0225, 0.0992, 0.0683, 0.1183, 0.0717, 0.0883, 0.0733, 0.0525, 0.0883, 0.0658,
    0.0925, 0.0642, 0.0875, 0.0825, 0.0575, 0.0925, 0.0242, 0.0858, 0.0992, 0.09, 0.0483, 0.0417,
    0.0275, 0.0517, 0.1533, 0.1492, 0.1008, 0.0708, 0.0758, 0.1183, 0.0783, 0.135, 0.1008, 0.0383,
    0.1317, 0.1, 0.0858
  };

  private static final double[][] TURNS = {
    {-0.06, -0.61, -0.25, -0.37, -0.35, -0.33, -0.54, -0.33, -0.4, 0.1, -0.27, -0.34},
    {-0.15, -0.2, -0.25, -0.17, -0.06, -0.15, -0.01, -0.14, -0.12, 0.07, -0.05, -0.18},
    {-0.05, 0.03, 0.2, -0.06, -0.06, 0.09, -0.14, -0.07, 0.08, 0.04, -0.02, 0.05},
    {-0.32, 0.14, -0.1, -0.18, 0.05, 0.1, -0.03, -0.11, 0.02, 0.01, 0.19, 0.11},
    {0.07, 0.18, 0.03, -0.06, 0.12, 0.12, 0.02, -0.04, 0.08, -0.25, 0.13, 0.11}
  };

  private static double mean(int[] drawn) {
    return IntStream.of(drawn).mapToDouble(at -> D[at]).average().orElseThrow();
  }

  private static double variance(int[] drawn) {
    double mean = mean(drawn);
    return IntStream.of(drawn).mapToDouble(at -> Math.pow(D[at] - mean, 2)).average().orElseThrow();
  }

  /**
   * SciPy 1.17: {@code bootstrap((d,), np.mean, n_resamples=0, bootstrap_result=MEANS,
   * method="BCa", confidence_level=.9)}.
   */
  @Test
  void the_corrected_interval_of_given_resamples_is_that_of_scipy() {
    double[] sorted = MEANS.clone();
    Arrays.sort(sorted);

    Interval bca = new ClusterBootstrap(12, 39, 1, 0.9).bca(ResamplingTest::mean, sorted);

    assertThat(bca.low()).isCloseTo(0.02467511554884747, within(1e-10));
    assertThat(bca.high()).isCloseTo(0.13112603262589514, within(1e-10));
  }

  /**
   * SciPy 1.17: {@code bootstrap((d,), np.var, n_resamples=400000, random_state=1)}, method
   * "percentile" and "BCa"; agreement to the Monte-Carlo error of 100,000 draws.
   */
  @Test
  void the_intervals_of_a_skewed_statistic_are_those_of_scipy() {
    ClusterBootstrap bootstrap = new ClusterBootstrap(12, 100_000, 20, 0.95);

    Interval percentile = bootstrap.percentile(ResamplingTest::variance);
    Interval bca = bootstrap.bca(ResamplingTest::variance);

    assertThat(percentile.low()).isCloseTo(0.004455555555555557, within(1e-4));
    assertThat(percentile.high()).isCloseTo(0.020424305555555553, within(2e-4));
    assertThat(bca.low()).isCloseTo(0.006702083333333333, within(1e-4));
    assertThat(bca.high()).isCloseTo(0.025301971856720895, within(4e-4));
    assertThat(bootstrap.bca(ResamplingTest::variance)).isEqualTo(bca);
  }

  @Test
  void no_interval_is_drawn_from_few_clusters_or_an_infinite_statistic() {
    assertThat(new ClusterBootstrap(9, 99, 1, 0.9).percentile(ResamplingTest::mean)).isNull();
    assertThat(new ClusterBootstrap(9, 99, 1, 0.9).bca(ResamplingTest::mean)).isNull();
    assertThat(new ClusterBootstrap(12, 99, 1, 0.9).percentile(drawn -> 1.0 / 0)).isNull();
    assertThat(
            new ClusterBootstrap(12, 99, 1, 0.9)
                .bca(drawn -> drawn.length < 12 ? 0 : 1 + mean(drawn) * 0))
        .isEqualTo(new Interval(1, 1, 0.9));
  }

  /**
   * SciPy 1.17: {@code r = permutation_test((d, zeros), mean difference,
   * permutation_type="samples", n_resamples=inf, alternative=...)}; for mid-p {@code
   * (r.null_distribution > r.statistic).mean() + (r.null_distribution == r.statistic).mean() / 2}.
   */
  @Test
  void sign_flips_count_ties_by_half_but_whole_for_few_clusters_as_scipy_does() {
    PairedTest midP = PairedTest.signFlip(D, 1, 0);
    PairedTest whole = PairedTest.signFlip(Arrays.copyOf(D, 9), 1, 0);

    assertThat(midP).isEqualTo(new PairedTest(0.03271484375, 0.016357421875, 0.983642578125, true));
    assertThat(whole).isEqualTo(new PairedTest(0.0859375, 0.04296875, 0.96484375, true));
  }

  /**
   * A zero more changes no flip's sum, but leaves too many clusters to try all flips; the tolerance
   * is over three standard errors.
   */
  @Test
  void drawn_flips_approach_the_exact_p() {
    double[] twenty = IntStream.range(0, 20).mapToDouble(at -> D[at % 12]).toArray();
    double[] more = Arrays.copyOf(twenty, 21);
    PairedTest exact = PairedTest.signFlip(twenty, 1, 0);

    PairedTest drawn = PairedTest.signFlip(more, 5, 2_000_000);

    assertThat(drawn.exact()).isFalse();
    assertThat(drawn.twoSided()).isCloseTo(exact.twoSided(), within(0.0002));
    assertThat(drawn.greater()).isCloseTo(exact.greater(), within(0.0002));
    assertThat(PairedTest.signFlip(more, 5, 99).greater()).isGreaterThanOrEqualTo(0.005);
    assertThat(PairedTest.signFlip(new double[21], 5, 99).twoSided()).isEqualTo(1);
  }

  /**
   * NumPy: {@code np.quantile(first turns of 400,000 resamples, [.025, .975],
   * method="inverted_cdf")}; the claimed turn by SciPy's {@code ttest_1samp(d[t], -margin,
   * alternative="greater")} from the last turn backwards at 0.05. 9 stands for never.
   */
  @ParameterizedTest
  @CsvSource({
    "0.00, 2, 2, 9, 9",
    "0.02, 2, 2, 4, 4",
    "0.05, 2, 2, 2, 4",
    "0.10, 2, 1, 2, 2",
    "0.12, 1, 1, 2, 2",
    "0.15, 1, 1, 2, 2"
  })
  void turns_to_match_rank_never_above_the_last(
      double margin, int first, int low, int high, int claimed) {
    TurnsToMatch turns = TurnsToMatch.of(TURNS, margin, new ClusterBootstrap(12, 20_000, 11, 0.95));

    assertThat(turns)
        .isEqualTo(new TurnsToMatch(turn(first), turn(low), turn(high), turn(claimed)));
  }

  private static int turn(int number) {
    return number == 9 ? NEVER : number;
  }

  @Test
  void turns_to_match_of_few_clusters_have_neither_interval_nor_claim() {
    double[][] few =
        Arrays.stream(TURNS).map(turn -> Arrays.copyOf(turn, 9)).toArray(double[][]::new);

    assertThat(TurnsToMatch.of(few, 0.05, new ClusterBootstrap(9, 99, 1, 0.95)))
        .isEqualTo(new TurnsToMatch(2, null, null, null));
    assertThatThrownBy(() -> TurnsToMatch.of(few, 0.05, new ClusterBootstrap(12, 99, 1, 0.95)))
        .hasMessageContaining("each of the 12 clusters");
  }

  @Test
  void a_mean_that_rounds_to_the_margin_matches() {
    double[] below = new double[12];
    Arrays.fill(below, 0.79 - 0.8);

    assertThat(
            TurnsToMatch.of(new double[][] {below}, 0.01, new ClusterBootstrap(12, 99, 1, 0.95))
                .first())
        .isZero();
  }
}
