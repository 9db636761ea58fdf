package dev.interact.analysis.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interact.analysis.table.Sample;
import dev.interact.study.input.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForesightTest {

  /** Cohen (1988): d = 0.5 of paired differences needs 34 pairs for power 80% at 5%, two-sided. */
  @Test
  void half_a_standard_deviation_needs_34_clusters() {
    assertThat(Foresight.of(34, 20).difference()).isLessThan(10);
    assertThat(Foresight.of(33, 20).difference()).isGreaterThan(10);
  }

  /** SciPy 1.17: {@code nct}, and {@code quad} over the chi-squared variance, solved by brentq. */
  @Test
  void what_can_be_shown_is_what_scipy_finds() {
    assertThat(Foresight.of(100, 20).difference()).isCloseTo(5.658252655627731, within(1e-6));
    assertThat(Foresight.of(100, 20).margin()).isCloseTo(5.893272391771318, within(1e-6));
  }

  @Test
  void four_times_the_clusters_halve_about_what_can_be_shown() {
    Foresight few = Foresight.of(100, 20);
    Foresight many = Foresight.of(400, 20);

    assertThat(few.difference() / many.difference()).isCloseTo(2, within(0.02));
    assertThat(few.margin() / many.margin()).isCloseTo(2, within(0.02));
    assertThat(few.margin()).isGreaterThan(few.difference());
  }

  @Test
  void it_is_said_in_accuracy_points_with_its_basis() {
    assertThat(Foresight.of(100, 20).sentences())
        .containsExactly(
            "With 100 clusters and a standard deviation of 20.00 points between them (as stated), a paired comparison finds a difference of 5.66 points with power 80% (two-sided, alpha 5%).",
            "Equivalence can be shown with power 80% for margins of 5.89 points and more, where in truth there is no difference (two one-sided tests, alpha 5%).");
  }

  @Test
  void few_clusters_show_nothing() {
    Foresight few = Foresight.of(9, 20);

    assertThat(few.difference()).isNull();
    assertThat(few.sentences()).singleElement().asString().contains("nothing is tested", "need 10");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 101, Double.NaN})
  void a_deviation_that_cannot_be_is_refused(double deviation) {
    assertThatThrownBy(() -> Foresight.of(50, deviation))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("above 0 and up to 100 accuracy points");
  }

  /** 0, 0.5 and 1 have the standard deviation 0.5; so have the means of these clusters. */
  @Test
  void a_deviation_is_that_between_clusters() {
    Sample single =
        new Sample(new double[] {0, 0.5, 1}, new int[] {0, 1, 2}, new double[] {1, 1, 1});
    Sample clustered =
        new Sample(
            new double[] {0.1, -0.1, 0.2, 0.8, 1, 1},
            new int[] {0, 0, 1, 1, 2, 2},
            new double[] {1, 1, 1, 1, 1, 1});

    assertThat(Deviation.of(single, "made up").orElseThrow().points()).isCloseTo(50, within(1e-9));
    assertThat(Deviation.of(clustered, "made up").orElseThrow())
        .satisfies(found -> assertThat(found.points()).isCloseTo(50, within(1e-9)))
        .satisfies(found -> assertThat(found.clusters()).isEqualTo(3))
        .satisfies(
            found ->
                assertThat(Foresight.of(40, found).basis()).isEqualTo("made up, from 3 clusters"));
  }

  @Test
  void differences_that_do_not_vary_have_none() {
    Sample flat = new Sample(new double[] {1, 1}, new int[] {0, 1}, new double[] {1, 1});
    Sample one = new Sample(new double[] {1}, new int[] {0}, new double[] {1});

    assertThat(Deviation.of(flat, "made up")).isEmpty();
    assertThat(Deviation.of(one, "made up")).isEmpty();
  }
}
