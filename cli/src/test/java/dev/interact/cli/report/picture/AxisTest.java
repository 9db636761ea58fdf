package dev.interact.cli.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(axis::label).toList();
  }

  @Test
  void ticks_are_round() {
    assertThat(labels(Axis.around(22.6, 86))).containsExactly("20", "40", "60", "80");
    assertThat(labels(Axis.around(-0.012, 0.074))).containsExactly("0.00", "0.02", "0.04", "0.06");
    assertThat(labels(Axis.around(-11, 23))).containsExactly("−10", "0", "10", "20");
  }

  @Test
  void turns_are_whole() {
    assertThat(labels(Axis.ofTurns(0, 3, 1, 2))).containsExactly("0", "1", "2", "3");
    assertThat(labels(Axis.ofTurns(0))).containsExactly("0");
    assertThat(labels(Axis.ofTurns(0, 100))).containsExactly("0", "20", "40", "60", "80", "100");
  }

  @Test
  void accuracies_end_at_0_and_100() {
    Axis axis = Axis.ofAccuracies(0, 99.9);
    assertThat(axis.low()).isZero();
    assertThat(axis.high()).isEqualTo(100);
  }

  @Test
  void any_values_lie_on_their_axis_which_has_a_few_ticks() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      double[] values =
          random.doubles(3, -1, 1).map(v -> v * Math.pow(10, random.nextInt(-6, 7))).toArray();
      Axis axis = Axis.around(values);
      assertThat(axis.ticks()).hasSizeBetween(2, 7);
      for (double value : values) {
        assertThat(axis.share(value)).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void one_value_and_none_have_an_axis() {
    assertThat(Axis.around(5).share(5)).isEqualTo(0.5);
    assertThat(Axis.around().ticks()).isNotEmpty();
    assertThat(Axis.ofTurns().ticks()).isNotEmpty();
  }
}
