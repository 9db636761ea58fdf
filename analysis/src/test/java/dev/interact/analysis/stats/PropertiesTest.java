package dev.interact.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds of any data; drawn anew from a printed seed each time. */
class PropertiesTest {
  private static final int TIMES = 25;
  private static final double NEAR = 1e-9;

  private Random random(RepetitionInfo info) {
    long seed = 5_000L + info.getCurrentRepetition();
    System.out.println("seed " + seed);
    return new Random(seed);
  }

  /** Rows of 10 to 30 clusters of one to five rows. */
  private record Sample(double[] values, int[] cluster, double[] weights) {
    static Sample draw(Random random) {
      int[] cluster =
          IntStream.range(0, 10 + random.nextInt(21))
              .flatMap(id -> IntStream.generate(() -> id).limit(1 + random.nextInt(5)))
              .toArray();
      double[] weights = random.doubles(cluster.length, 0.2, 3).toArray();
      return new Sample(random.doubles(cluster.length, -1, 1).toArray(), cluster, weights);
    }

    Sample shuffled(Random random) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, values.length).boxed().toList());
      Collections.shuffle(order, random);
      return new Sample(
          order.stream().mapToDouble(at -> values[at]).toArray(),
          order.stream().mapToInt(at -> 1000 - 7 * cluster[at]).toArray(),
          order.stream().mapToDouble(at -> weights[at]).toArray());
    }

    Sample moved(double factor, double shift) {
      return new Sample(
          Arrays.stream(values).map(value -> factor * value + shift).toArray(),
          cluster,
          Arrays.stream(weights).map(weight -> 3 * weight).toArray());
    }

    Estimate mean() {
      return ClusterMean.of(values, cluster, weights, 0.95);
    }
  }

  @RepeatedTest(TIMES)
  void a_mean_knows_neither_the_order_of_rows_nor_the_names_of_clusters(RepetitionInfo info) {
    Random random = random(info);
    Sample sample = Sample.draw(random);

    Estimate other = sample.shuffled(random).mean();

    assertThat(other.value()).isCloseTo(sample.mean().value(), within(NEAR));
    assertThat(other.standardError()).isCloseTo(sample.mean().standardError(), within(NEAR));
    assertThat(other.df()).isCloseTo(sample.mean().df(), within(1e-6));
  }

  @RepeatedTest(TIMES)
  void a_mean_moves_and_grows_with_its_values(RepetitionInfo info) {
    Sample sample = Sample.draw(random(info));

    Estimate moved = sample.moved(-4, 2).mean();

    Interval interval = sample.mean().interval();
    assertThat(moved.interval().low()).isCloseTo(2 - 4 * interval.high(), within(NEAR));
    assertThat(moved.interval().high()).isCloseTo(2 - 4 * interval.low(), within(NEAR));
    assertThat(moved.df()).isCloseTo(sample.mean().df(), within(1e-6));
  }

  @RepeatedTest(TIMES)
  void a_proportion_and_its_complement_have_mirrored_intervals(RepetitionInfo info) {
    Sample sample = Sample.draw(random(info)).moved(0.5, 0.5);
    Sample other = sample.moved(-1, 1);

    Interval interval = proportion(sample).interval();
    Interval mirrored = proportion(other).interval();

    assertThat(mirrored.low()).isCloseTo(1 - interval.high(), within(NEAR));
    assertThat(mirrored.high()).isCloseTo(1 - interval.low(), within(NEAR));
    assertThat(interval.low()).isPositive();
    assertThat(interval.high()).isLessThan(1);
  }

  private static Estimate proportion(Sample sample) {
    return ClusterMean.ofProportions(sample.values, sample.cluster, sample.weights, 0.95);
  }

  @RepeatedTest(TIMES)
  void rows_that_agree_within_clusters_count_as_one_row_each(RepetitionInfo info) {
    Random random = random(info);
    double[] own = random.doubles(15, 0, 1).toArray();
    double[] ones = new double[45];
    Arrays.fill(ones, 1);
    double[] thrice = IntStream.range(0, 45).mapToDouble(at -> own[at / 3]).toArray();

    Estimate once =
        ClusterMean.of(own, IntStream.range(0, 15).toArray(), Arrays.copyOf(ones, 15), 0.9);
    Estimate repeated =
        ClusterMean.of(thrice, IntStream.range(0, 45).map(at -> at / 3).toArray(), ones, 0.9);

    assertThat(repeated.standardError()).isCloseTo(once.standardError(), within(NEAR));
    assertThat(repeated.df()).isCloseTo(once.df(), within(1e-6));
  }

  @RepeatedTest(TIMES)
  void absorbing_a_factor_changes_nothing(RepetitionInfo info) {
    Random random = random(info);
    Sample sample = Sample.draw(random);
    double[] feature = random.doubles(sample.values.length).toArray();
    int[] turn = random.ints(feature.length, 0, 3).toArray();
    Design design =
        Design.of(sample.values, sample.cluster).column("x", feature).factor("turn", turn);

    Coefficient absorbed =
        ClusterRegression.of(design.within(sample.cluster), 0.95).coefficient("x");
    Coefficient dummies =
        ClusterRegression.of(design.intercept().factor("c", sample.cluster), 0.95).coefficient("x");

    assertThat(absorbed.estimate().value()).isCloseTo(dummies.estimate().value(), within(NEAR));
    assertThat(absorbed.p()).isCloseTo(dummies.p(), within(1e-7));
    assertThat(absorbed.estimate().df()).isCloseTo(dummies.estimate().df(), within(1e-5));
  }

  @RepeatedTest(TIMES)
  void holm_keeps_the_order_and_never_lowers_a_p(RepetitionInfo info) {
    double[] p = random(info).doubles(7).toArray();

    double[] adjusted = Holm.adjusted(p);

    for (int one = 0; one < p.length; one++) {
      assertThat(adjusted[one]).isBetween(p[one], 1.0).isLessThanOrEqualTo(7 * p[one]);
      for (int other = 0; other < p.length; other++) {
        assertThat(p[one] > p[other] && adjusted[one] < adjusted[other]).isFalse();
      }
    }
  }

  @RepeatedTest(TIMES)
  void sign_flips_know_neither_scale_nor_order_and_turn_with_the_sign(RepetitionInfo info) {
    double[] differences = random(info).doubles(12, -1, 2).toArray();
    double[] turned = IntStream.range(0, 12).mapToDouble(at -> -3 * differences[11 - at]).toArray();

    PairedTest test = PairedTest.signFlip(differences, 1, 0);
    PairedTest other = PairedTest.signFlip(turned, 1, 0);

    assertThat(other).isEqualTo(new PairedTest(test.twoSided(), test.less(), test.greater(), true));
    assertThat(test.twoSided()).isEqualTo(Math.min(1, 2 * Math.min(test.less(), test.greater())));
  }

  @RepeatedTest(TIMES)
  void bootstrap_intervals_grow_with_their_level_and_move_with_the_statistic(RepetitionInfo info) {
    Random random = random(info);
    double[] values = random.doubles(14).toArray();
    long seed = random.nextLong();

    Interval wide = bootstrap(values, seed, 0.95);
    Interval narrow = bootstrap(values, seed, 0.8);

    assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
    assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high());
    Interval moved =
        bootstrap(Arrays.stream(values).map(value -> 2 * value + 1).toArray(), seed, 0.8);
    assertThat(moved.low()).isCloseTo(2 * narrow.low() + 1, within(NEAR));
    assertThat(moved.high()).isCloseTo(2 * narrow.high() + 1, within(NEAR));
  }

  private static Interval bootstrap(double[] values, long seed, double level) {
    return new ClusterBootstrap(values.length, 499, seed, level)
        .bca(drawn -> IntStream.of(drawn).mapToDouble(at -> values[at]).average().orElseThrow());
  }
}
