package dev.interact.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {
  /** R's {@code datasets::sleep}: differences of ten patients under two drugs, in hours. */
  private static final double[] SLEEP = {-1.2, -2.4, -1.3, -1.3, 0.0, -1.0, -1.8, -0.8, -4.6, -1.4};

  private static Estimate mean(double... differences) {
    double[] ones = new double[differences.length];
    Arrays.fill(ones, 1);
    return ClusterMean.of(differences, IntStream.range(0, ones.length).toArray(), ones, 0.95);
  }

  /**
   * R 4.6.0: {@code t.test(d, mu = -2.5, alternative = "greater")$p.value}, {@code t.test(d, mu =
   * 2.5, alternative = "less")$p.value}, {@code t.test(d, conf.level = .9)$conf.int}.
   */
  @Test
  void two_one_sided_tests_are_those_of_r() {
    Tost tost = Tost.of(mean(SLEEP), 2.5, 0.05);

    assertThat(tost.pLower()).isCloseTo(0.0211168602465, within(1e-12));
    assertThat(tost.pUpper()).isCloseTo(1.20024173819e-06, within(1e-15));
    assertThat(tost.p()).isEqualTo(tost.pLower());
    assertThat(tost.equivalent()).isTrue();
    assertThat(tost.interval().low()).isCloseTo(-2.293005267029, within(1e-11));
    assertThat(tost.interval().high()).isCloseTo(-0.866994732971, within(1e-11));
    assertThat(tost.interval().level()).isEqualTo(0.9);
    assertThat(Tost.of(mean(SLEEP), 2.2930, 0.05).equivalent()).isFalse();
    assertThat(Tost.of(mean(SLEEP), 2.2931, 0.05).equivalent()).isTrue();
  }

  /** R 4.6.0: {@code t.test(d, mu = -2.5, alternative = "greater")}: p.value, conf.int. */
  @Test
  void non_inferiority_is_the_one_sided_test_of_r() {
    NonInferiority test = NonInferiority.of(mean(SLEEP), 2.5, 0.05);

    assertThat(test.p()).isCloseTo(0.0211168602465, within(1e-12));
    assertThat(test.bound()).isCloseTo(-2.29300526703, within(1e-10));
    assertThat(test.shown()).isTrue();
    assertThat(NonInferiority.of(mean(SLEEP), 2.2930, 0.05).shown()).isFalse();
  }

  @Test
  void what_has_no_interval_is_not_tested() {
    assertThatThrownBy(() -> Tost.of(mean(new double[12]), 0.01, 0.05))
        .hasMessageContaining("cannot be tested; found one of 12 clusters.");
    assertThatThrownBy(() -> NonInferiority.of(mean(1, 2, 3), 0.01, 0.05))
        .hasMessageContaining("cannot be tested; found one of 3 clusters.");
  }

  /**
   * R 4.6.0: {@code mean(d) / sd(d)}, and that times {@code exp(lgamma(4.5) - lgamma(4)) /
   * sqrt(4.5)} (Hedges 1981).
   */
  @Test
  void effect_sizes_are_those_of_r() {
    EffectSize size = EffectSize.of(SLEEP);

    assertThat(size.dz()).isCloseTo(-1.28455756259, within(1e-10));
    assertThat(size.gz()).isCloseTo(-1.17392490351, within(1e-10));
    assertThat(EffectSize.of(new double[12]).dz()).isNaN();
  }

  /** R 4.6.0: {@code p.adjust(p, "holm")}. */
  @Test
  void holms_adjustment_is_that_of_r() {
    assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005, 0.2, 0.03}))
        .containsExactly(new double[] {0.05, 0.12, 0.12, 0.03, 0.20, 0.12}, within(1e-15));
    assertThat(Holm.adjusted(new double[0])).isEmpty();
  }

  /**
   * R 4.6.0: {@code power.t.test(n, sd = 1, sig.level = .05, power, type = "paired", strict =
   * TRUE)$delta}.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 0.8, 11.5498884359",
    "10, 0.8, 0.996001371455",
    "25, 0.8, 0.58402667155",
    "200, 0.9, 0.230324087131"
  })
  void the_smallest_difference_is_that_of_r(int clusters, double power, double difference) {
    assertThat(new Power(clusters, 1, 0.05, power).smallestDifference())
        .isCloseTo(difference, within(1e-9));
    assertThat(new Power(clusters, 0.2, 0.05, power).smallestDifference())
        .isCloseTo(0.2 * difference, within(1e-9));
  }

  /**
   * R 4.6.0: root of {@code integrate(function(s) (1 - 2 * pnorm(d - tc * s, lower = FALSE)) * 2 *
   * nu * s * dchisq(nu * s^2, nu), 0, d / tc)} less the power, d = margin * sqrt(n); 200 by the
   * same integral in SciPy 1.17.
   */
  @ParameterizedTest
  @CsvSource({"10, 0.8, 1.00469616669", "25, 0.8, 0.602605071533", "200, 0.9, 0.2334131268543184"})
  void the_smallest_margin_is_that_of_owens_q(int clusters, double power, double margin) {
    assertThat(new Power(clusters, 1, 0.05, power).smallestMargin())
        .isCloseTo(margin, within(1e-9));
  }

  /**
   * R 4.6.0: {@code pt(2, 9, 1.5, lower = FALSE)}, {@code pt(-1, 3, .7)}, {@code pt(12.7, 1, 3,
   * lower = FALSE)}.
   */
  @Test
  void noncentral_t_is_that_of_r() {
    assertThat(new NoncentralT(9, 1.5).above(2)).isCloseTo(0.3441240860017, within(1e-10));
    assertThat(new NoncentralT(3, 0.7).below(-1)).isCloseTo(0.0647268816689, within(1e-10));
    assertThat(new NoncentralT(1, 3).above(12.7)).isCloseTo(0.1861967819926, within(1e-9));
  }

  @Test
  void power_is_not_computed_out_of_range() {
    assertThatThrownBy(() -> new Power(1, 0.2, 0.05, 0.8))
        .hasMessageContaining("found 1, 0.2, 0.05 and 0.8.");
  }
}
