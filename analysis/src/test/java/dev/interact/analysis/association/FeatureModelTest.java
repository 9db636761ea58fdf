package dev.interact.analysis.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interact.analysis.features.QuestionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureModelTest {
  private static final double TRUTH = 40;

  private static Observation row(int group, int cluster, boolean correct, double... first) {
    double[] values = new double[Feature.values().length];
    System.arraycopy(first, 0, values, 0, first.length);
    return new Observation(group, cluster, 1, correct, QuestionType.WHAT, values);
  }

  private static Observation with(Observation row, double[] values) {
    return new Observation(
        row.group(), row.cluster(), row.turn(), row.correct(), row.type(), values);
  }

  private static FeatureModel model(List<Observation> rows, Feature... features) {
    return FeatureModel.of(
        rows, List.of(features).stream().map(feature -> Regressor.of(feature, rows)).toList());
  }

  /**
   * A step of one in the first feature adds {@link #TRUTH} points, the second does nothing; groups
   * start from different levels, and the first feature is larger where they are higher.
   */
  private static List<Observation> drawn(long seed, int clusters) {
    Random random = new Random(seed);
    List<Observation> rows = new ArrayList<>();
    for (int cluster = 0; cluster < clusters; cluster++) {
      double level = random.nextDouble() / 2;
      for (int at = 0; at < 30; at++) {
        double shift = random.nextDouble();
        boolean correct = random.nextDouble() < level + TRUTH / 100 * shift;
        rows.add(row(cluster, cluster, correct, shift + 4 * level, random.nextGaussian()));
      }
    }
    return rows;
  }

  private static double perUnit(Effect effect, List<Observation> rows) {
    double[] scaled = Regressor.of(effect.feature(), rows).column(rows);
    double unit = rows.getFirst().value(effect.feature()) / scaled[0];
    return effect.estimate().value() / unit;
  }

  /** Within groups: x - mean is -1, 0, 1 and -1, 1; y is 0, 0, 1 and 0, 1: (1 + 1) / (2 + 2). */
  @Test
  void one_feature_is_the_covariance_within_groups_over_its_variance_there() {
    List<Observation> rows =
        List.of(
            row(0, 0, false, 10),
            row(0, 0, false, 11),
            row(0, 0, true, 12),
            row(1, 1, false, 50),
            row(1, 1, true, 52));

    Effect effect = model(rows, Feature.QUESTION_OVERLAP).effect(Feature.QUESTION_OVERLAP);

    assertThat(perUnit(effect, rows)).isCloseTo(100 * 2.0 / 4, within(1e-9));
    assertThat(effect.per()).isEqualTo("SD (1.15)");
    assertThat(effect.estimate().value()).isCloseTo(50 * Math.sqrt(4.0 / 3), within(1e-9));
    assertThat(effect.estimate().interval()).isNull();
    assertThat(effect.adjusted()).isNull();
  }

  /** Per-seed intervals miss the truth one time in twenty; all of five seeds but one must hold. */
  @Test
  void an_effect_that_is_there_is_found_and_one_that_is_not_is_not() {
    long[] seeds = {1, 2, 3, 4, 5};
    int held = 0;
    int falselyFound = 0;
    for (long seed : seeds) {
      List<Observation> rows = drawn(seed, 60);
      FeatureModel model = model(rows, Feature.QUESTION_OVERLAP, Feature.QUESTION_WORDS);
      Effect real = model.effect(Feature.QUESTION_OVERLAP);
      Effect none = model.effect(Feature.QUESTION_WORDS);
      double truth = TRUTH * real.estimate().value() / perUnit(real, rows);
      held +=
          real.estimate().interval().low() < truth && truth < real.estimate().interval().high()
              ? 1
              : 0;
      falselyFound += none.adjusted() < 0.05 ? 1 : 0;
      assertThat(real.adjusted()).as("seed %d", seed).isLessThan(0.001);
      assertThat(model.clusters()).isEqualTo(60);
      assertThat(model.rows()).isEqualTo(1800);
    }
    assertThat(held).isGreaterThanOrEqualTo(4);
    assertThat(falselyFound).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void neither_units_nor_what_a_group_has_in_common_matter(long seed) {
    List<Observation> rows = drawn(seed, 12);
    UnaryOperator<Observation> other =
        row -> {
          double[] values = row.values().clone();
          values[0] = 3 * values[0] + 100 * row.group();
          return with(row, values);
        };

    Effect plain = model(rows, Feature.QUESTION_OVERLAP).effect(Feature.QUESTION_OVERLAP);
    Effect shifted =
        model(rows.stream().map(other).toList(), Feature.QUESTION_OVERLAP)
            .effect(Feature.QUESTION_OVERLAP);

    assertThat(shifted.estimate().value())
        .as("seed %d", seed)
        .isCloseTo(plain.estimate().value(), within(1e-8));
    assertThat(shifted.p()).isCloseTo(plain.p(), within(1e-8));
  }

  @Test
  void p_values_are_adjusted_over_the_model() {
    FeatureModel model = model(drawn(11, 20), Feature.QUESTION_OVERLAP, Feature.QUESTION_WORDS);

    Effect strong = model.effect(Feature.QUESTION_OVERLAP);

    assertThat(strong.p()).isLessThan(model.effect(Feature.QUESTION_WORDS).p());
    assertThat(strong.adjusted()).isCloseTo(2 * strong.p(), within(1e-12));
  }

  @Test
  void a_feature_that_varies_between_groups_alone_has_no_effect_to_tell() {
    List<Observation> rows =
        IntStream.range(0, 40).mapToObj(at -> row(at / 4, at / 4, at % 4 == 0, at / 4)).toList();

    Effect effect = model(rows, Feature.QUESTION_OVERLAP).effect(Feature.QUESTION_OVERLAP);

    assertThat(effect.estimate()).isNull();
    assertThat(effect.vif()).isNull();
  }

  @Test
  void features_that_go_together_inflate_each_other() {
    List<Observation> rows =
        drawn(13, 20).stream()
            .map(
                row ->
                    with(
                        row,
                        new double[] {
                          row.values()[1], row.values()[1] + row.values()[0] / 50, 0, 0, 0, 0, 0, 0
                        }))
            .toList();

    FeatureModel model = model(rows, Feature.QUESTION_OVERLAP, Feature.QUESTION_WORDS);

    assertThat(model.effect(Feature.QUESTION_OVERLAP).vif()).isGreaterThan(100);
    assertThat(model(rows, Feature.QUESTION_OVERLAP).effect(Feature.QUESTION_OVERLAP).vif())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void a_type_in_too_few_clusters_is_counted_with_the_others() {
    List<Observation> rows =
        IntStream.range(0, 120)
            .mapToObj(
                at -> {
                  int cluster = at / 10;
                  QuestionType type =
                      at % 10 == 0
                          ? QuestionType.WHY
                          : at % 10 == 1 && cluster < 9
                              ? QuestionType.WHO
                              : at % 10 == 2 ? QuestionType.OTHER : QuestionType.YES_NO;
                  return new Observation(cluster, cluster, 1, at % 3 == 0, type, new double[8]);
                })
            .toList();

    List<Regressor> types = Regressor.types(rows);

    assertThat(types)
        .extracting(Regressor::name)
        .containsExactly("question's type: why", "question's type: any other");
    assertThat(types).extracting(Regressor::per).containsOnly("against 'yes/no'");
    assertThat(IntStream.range(0, 120).filter(at -> types.getLast().column(rows)[at] == 1).count())
        .isEqualTo(9 + 12);
  }
}
