package dev.interact.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionTest {
  /** NumPy 2.4: {@code np.trapezoid([.33, .5, .62, .7], [0, 1, 2, 5]) / 5}. */
  @Test
  void the_area_under_a_curve_is_that_of_numpy() {
    assertThat(Auc.of(new double[] {0, 1, 2, 5}, new double[] {.33, .5, .62, .7}))
        .isCloseTo(0.591, within(1e-12));
    assertThat(Auc.of(new double[] {3}, new double[] {.4})).isEqualTo(.4);
    assertThatThrownBy(() -> Auc.of(new double[0], new double[0]))
        .hasMessageContaining("found 0 turns and 0 values");
  }

  /** statsmodels 0.15: {@code cohens_kappa(table).kappa}. */
  @Test
  void kappa_is_that_of_statsmodels() {
    Kappa two = Kappa.cohen(new long[][] {{20, 5}, {10, 15}});
    Kappa three = Kappa.cohen(new long[][] {{44, 5, 1}, {7, 20, 3}, {9, 5, 6}});

    assertThat(two.value()).isCloseTo(0.4, within(1e-12));
    assertThat(two.observed()).isCloseTo(0.7, within(1e-12));
    assertThat(two.expected()).isCloseTo(0.5, within(1e-12));
    assertThat(three.value()).isCloseTo(0.49152542372881347, within(1e-12));
    assertThat(Kappa.cohen(new long[][] {{5, 0}, {0, 0}}).value()).isNaN();
    assertThatThrownBy(() -> Kappa.cohen(new long[][] {{1, 2}}))
        .hasMessageContaining("found 1 rows and 3 cases");
  }

  @Test
  void a_curve_saturates_where_nothing_later_is_higher() {
    double[] curve = {0.33, 0.70, 0.80, 0.79, 0.81, 0.80};

    assertThat(Saturation.turn(curve, 0.01)).isEqualTo(2);
    assertThat(Saturation.turn(curve, 0)).isEqualTo(4);
    assertThat(Saturation.turn(curve, 0.5)).isZero();
    assertThat(Saturation.turn(new double[] {0.1, 0.5, 0.9}, 0.01)).isEqualTo(2);
    assertThat(Saturation.turn(new double[] {0.9, 0.5, 0.95, 0.2}, 0.05)).isZero();
    assertThat(Saturation.turn(new double[] {0.4}, 0)).isZero();
  }

  /**
   * NumPy 2.4: {@code np.argmax(np.maximum.accumulate(a[::-1])[::-1] - a <= margin)}, of turns 0 to
   * 5 and margins 0, .01, .02 and .05.
   */
  @ParameterizedTest
  @CsvSource({
    "0.3334 0.5121 0.6032 0.6481 0.6522 0.6475, 4 3 3 2",
    "0.412 0.583 0.641 0.668 0.679 0.6841, 5 4 3 2",
    "0.52 0.61 0.60 0.58 0.61 0.59, 1 1 1 1",
    "0.25 0.35 0.45 0.55 0.65 0.75, 5 5 5 5"
  })
  void a_curve_of_turns_saturates_where_it_does_for_numpy(String curve, String turns) {
    double[] means = Arrays.stream(curve.split(" ")).mapToDouble(Double::parseDouble).toArray();

    assertThat(DoubleStream.of(0, 0.01, 0.02, 0.05).mapToObj(m -> "" + Saturation.turn(means, m)))
        .containsExactly(turns.split(" "));
  }
}
