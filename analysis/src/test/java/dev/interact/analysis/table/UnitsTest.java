package dev.interact.analysis.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interact.study.input.InvalidInput;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  private static final Map<String, String> DOMAINS =
      Map.of("a", "news", "b", "news", "c", "news", "d", "lyrics");
  private static final TreeMap<String, Double> FIGURES =
      new TreeMap<>(Map.of("a", 0.1, "b", 0.2, "c", 0.6, "d", 0.9));

  @Test
  void by_concept_all_count_the_same() {
    Sample sample = new Units(Map.of(), DOMAINS, Weighting.BY_CONCEPT).sample(FIGURES);

    assertThat(sample.values()).containsExactly(0.1, 0.2, 0.6, 0.9);
    assertThat(sample.weights()).containsExactly(1, 1, 1, 1);
    assertThat(sample.cluster()).containsExactly(0, 1, 2, 3);
    assertThat(sample.mean()).isEqualTo(1.8 / 4, within(1e-12));
  }

  /** News (0.1 + 0.2 + 0.6) / 3 = 0.3, lyrics 0.9. */
  @Test
  void by_domain_domains_count_the_same() {
    Sample sample = new Units(Map.of(), DOMAINS, Weighting.BY_DOMAIN).sample(FIGURES);

    assertThat(sample.mean()).isEqualTo((0.3 + 0.9) / 2, within(1e-12));
    assertThat(Arrays.stream(sample.weights()).average().orElseThrow()).isEqualTo(1, within(1e-12));
  }

  @Test
  void concepts_of_one_cluster_are_one_unit() {
    Units units =
        new Units(Map.of("a", "flood", "c", "flood", "b", "d"), DOMAINS, Weighting.BY_CONCEPT);
    Sample sample = units.sample(FIGURES);

    assertThat(sample.cluster()).containsExactly(0, 1, 0, 2);
    assertThat(sample.clusters()).isEqualTo(3);
    assertThat(sample.contributions())
        .containsExactly(new double[] {0.7 * 3 / 4, 0.2 * 3 / 4, 0.9 * 3 / 4}, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void contributions_have_the_weighted_mean(long seed) {
    Random random = new Random(seed);
    double[] values = random.doubles(30).toArray();
    double[] weights = random.doubles(30, 0.1, 2).toArray();
    int[] cluster = IntStream.range(0, 30).map(i -> i % 7).toArray();
    Sample sample = new Sample(values, cluster, weights);
    double sum = 0;
    for (int i = 0; i < 30; i++) {
      sum += values[i] * weights[i];
    }

    assertThat(sample.mean()).isEqualTo(sum / Arrays.stream(weights).sum(), within(1e-12));
    assertThat(Arrays.stream(sample.contributions()).average().orElseThrow())
        .isEqualTo(sample.mean(), within(1e-12));
  }

  @Test
  void nothing_has_no_mean() {
    Sample sample = new Units(Map.of(), DOMAINS, Weighting.BY_DOMAIN).sample(new TreeMap<>());

    assertThat(sample.mean()).isNull();
    assertThat(sample.clusters()).isZero();
  }

  @Test
  void a_concept_without_domain_cannot_be_weighted_by_it() {
    Units units = new Units(Map.of(), Map.of(), Weighting.BY_DOMAIN);

    assertThatThrownBy(() -> units.sample(FIGURES))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("'a'");
  }
}
