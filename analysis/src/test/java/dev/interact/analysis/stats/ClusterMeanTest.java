package dev.interact.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterMeanTest {
  private static final Frame CHICKS = Frame.chickWeight();
  private static final double[] WEIGHT = CHICKS.column("weight");
  private static final int[] CHICK = CHICKS.numbers("Chick");
  private static final double[] D = {
    0.12, -0.05, 0.30, 0.08, 0.0, 0.22, -0.11, 0.17, 0.05, 0.09, 0.14, -0.02
  };

  private static int[] own(int length) {
    return IntStream.range(0, length).toArray();
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] weights() {
    return Arrays.stream(CHICKS.column("Time")).map(day -> 1 + day / 10).toArray();
  }

  /** R 4.6.0: {@code t.test(d)}: conf.int, stderr. */
  @Test
  void one_value_to_a_cluster_gives_the_t_interval() {
    Estimate mean = ClusterMean.of(D, own(12), ones(12), 0.95);

    assertThat(mean.standardError()).isCloseTo(0.0338920970497, within(1e-12));
    assertThat(mean.df()).isCloseTo(11, within(1e-9));
    assertThat(mean.interval().low()).isCloseTo(0.00790399734929, within(1e-12));
    assertThat(mean.interval().high()).isCloseTo(0.15709600265071, within(1e-12));
  }

  /** The short way for values of their own clusters, and the one for all clusters. */
  @Test
  void both_ways_lead_to_the_same_estimate() {
    Random random = new Random(20251);
    for (int n : new int[] {2, 9, 10, 57, 400}) {
      double[] values = random.doubles(n).map(x -> Math.round(x * 9) / 9.0).toArray();
      Estimate quick = ClusterMean.of(values, own(n), ones(n), 0.95);
      Estimate whole = ClusterMean.ofClusters(values, own(n), ones(n), 0.95);
      assertThat(quick.clusters()).isEqualTo(whole.clusters());
      assertThat(quick.value()).isCloseTo(whole.value(), within(1e-12));
      assertThat(quick.standardError()).isCloseTo(whole.standardError(), within(1e-12));
      assertThat(quick.df()).isCloseTo(whole.df(), within(1e-8));
      assertThat(quick.interval() == null).isEqualTo(whole.interval() == null);
    }
    double[] same = new double[20];
    Arrays.fill(same, 0.1);
    assertThat(ClusterMean.of(same, own(20), ones(20), 0.95).interval()).isNull();
    assertThat(ClusterMean.ofClusters(same, own(20), ones(20), 0.95).interval()).isNull();
  }

  /**
   * NumPy, by the formula with whole n x n matrices: H = X M X'W, B = (I - H)_i (I - H)_i', df of G
   * = P'P (Pustejovsky &amp; Tipton 2018); that program gives clubSandwich's published values in
   * {@link ClusterRegressionTest}.
   */
  @Test
  void unequal_clusters_give_the_matrix_formulas_values() {
    Estimate plain = ClusterMean.of(WEIGHT, CHICK, ones(578), 0.95);
    Estimate weighted = ClusterMean.of(WEIGHT, CHICK, weights(), 0.95);

    assertThat(plain.clusters()).isEqualTo(50);
    assertThat(plain.value()).isCloseTo(121.81833910034604, within(1e-9));
    assertThat(plain.standardError()).isCloseTo(4.243590370432823, within(1e-9));
    assertThat(plain.df()).isCloseTo(48.000361833680834, within(1e-7));
    assertThat(weighted.value()).isCloseTo(141.19240083507307, within(1e-9));
    assertThat(weighted.standardError()).isCloseTo(5.345749873647301, within(1e-9));
    assertThat(weighted.df()).isCloseTo(47.18907702498908, within(1e-7));
  }

  /** SciPy 1.17: expit(logit(m) +- t.ppf(.975, df) * se / (m (1 - m))), se and df as above. */
  @Test
  void a_proportions_interval_is_that_of_its_logit() {
    double[] heavy = Arrays.stream(WEIGHT).map(weight -> weight > 100 ? 1 : 0).toArray();

    Estimate share = ClusterMean.ofProportions(heavy, CHICK, ones(578), 0.95);

    assertThat(share.value()).isCloseTo(0.5190311418685121, within(1e-12));
    assertThat(share.standardError()).isCloseTo(0.026346626074029683, within(1e-12));
    assertThat(share.interval().low()).isCloseTo(0.4660424069434331, within(1e-10));
    assertThat(share.interval().high()).isCloseTo(0.5715952015743713, within(1e-10));
  }

  /** R: {@code binom.test(25, 25)$conf.int}: 0.8628148 1. */
  @Test
  void proportions_that_are_all_right_or_all_wrong_have_an_exact_interval() {
    Estimate right = ClusterMean.ofProportions(ones(25), own(25), ones(25), 0.95);
    Estimate wrong = ClusterMean.ofProportions(new double[25], own(25), ones(25), 0.95);

    assertThat(right.interval().low()).isCloseTo(0.8628148, within(1e-7));
    assertThat(right.interval().high()).isEqualTo(1);
    assertThat(wrong.interval().low()).isZero();
    assertThat(wrong.interval().high()).isCloseTo(1 - 0.8628148, within(1e-7));
  }

  @Test
  void few_clusters_or_none_that_differ_give_no_interval() {
    double[] nine = Arrays.copyOf(D, 9);
    double[] equal = new double[12];
    Arrays.fill(equal, 0.1);

    assertThat(ClusterMean.of(nine, own(9), ones(9), 0.95).interval()).isNull();
    assertThat(ClusterMean.of(nine, own(9), ones(9), 0.95).standardError()).isPositive();
    assertThat(ClusterMean.of(equal, own(12), ones(12), 0.95).interval()).isNull();
    assertThat(ClusterMean.of(equal, own(12), ones(12), 0.95).standardError()).isZero();
    assertThat(ClusterMean.of(D, new int[12], ones(12), 0.95).standardError()).isNull();
    assertThat(ClusterMean.ofProportions(ones(9), own(9), ones(9), 0.95).interval()).isNull();
  }

  @Test
  void what_cannot_be_averaged_is_refused() {
    assertThatThrownBy(() -> ClusterMean.of(new double[0], own(0), ones(0), 0.95))
        .hasMessage("A mean needs a value; none was given.");
    assertThatThrownBy(() -> ClusterMean.of(D, own(11), ones(12), 0.95))
        .hasMessage(
            "A mean needs a cluster and a weight for each of its 12 values; found 11 and 12.");
    assertThatThrownBy(() -> ClusterMean.of(D, own(12), new double[12], 0.95))
        .hasMessage("A weight must be above 0; found one that is not.");
    assertThatThrownBy(() -> ClusterMean.ofProportions(D, own(12), ones(12), 0.95))
        .hasMessage("A proportion lies between 0 and 1; found another value.");
  }
}
