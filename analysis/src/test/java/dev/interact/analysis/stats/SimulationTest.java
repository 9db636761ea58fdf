package dev.interact.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether intervals and tests keep their level where the truth is known. The columns printed are
 * clusters, most concepts of one, accuracy, spread, and the {@link Simulation.Shares} but the
 * first.
 */
class SimulationTest {
  private static final int FEW = 2_000;
  private static final int MANY = 10_000;
  private static final long SEED = 20_261;

  private static Simulation.Shares simulated(World world, int studies) {
    Simulation.Shares shares = new Simulation(world, studies, SEED).run();
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %.2f | %.1f | %.4f | %.4f | %.4f | %.4f | %.4f | (%d studies, seed %d)%n",
        world.clusters(),
        world.most(),
        world.accuracy(),
        world.spread(),
        shares.mean(),
        shares.symmetric(),
        shares.difference(),
        shares.rejected(),
        shares.family(),
        studies,
        SEED);
    return shares;
  }

  /** Three standard errors of a share counted in so many studies. */
  private static double noise(double share, int studies) {
    return 3 * Math.sqrt(share * (1 - share) / studies);
  }

  @ParameterizedTest
  @CsvSource({"25, 0.5", "25, 0.8", "25, 0.95", "200, 0.5", "200, 0.95"})
  void intervals_and_tests_keep_their_level(int clusters, double accuracy) {
    Simulation.Shares shares = simulated(new World(clusters, 1, accuracy, 1), FEW);

    assertThat(shares.given()).isEqualTo(1);
    assertThat(shares.mean()).isCloseTo(0.95, within(noise(0.95, FEW)));
    assertThat(shares.difference()).isCloseTo(0.95, within(noise(0.95, FEW)));
    assertThat(shares.rejected()).isCloseTo(0.05, within(noise(0.05, FEW)));
    assertThat(shares.family()).isLessThan(0.05 + noise(0.05, FEW)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"25, 0.8", "200, 0.95"})
  void they_do_so_where_clusters_differ_in_size(int clusters, double accuracy) {
    Simulation.Shares shares = simulated(new World(clusters, 3, accuracy, 1), FEW);

    assertThat(shares.mean()).isCloseTo(0.95, within(noise(0.95, FEW)));
    assertThat(shares.difference()).isCloseTo(0.95, within(noise(0.95, FEW)));
    assertThat(shares.rejected()).isCloseTo(0.05, within(noise(0.05, FEW)));
    assertThat(shares.family()).isLessThan(0.05 + noise(0.05, FEW)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"5, 0.5", "5, 0.95"})
  void five_clusters_have_no_interval_and_cannot_reject(int clusters, double accuracy) {
    Simulation.Shares shares = simulated(new World(clusters, 1, accuracy, 1), FEW);

    assertThat(shares.given()).isZero();
    assertThat(shares.rejected()).isZero();
  }

  /**
   * So many studies show where intervals are not exact: a table in design/0004 has the figures. Up
   * to a spread of 1 and one concept to a cluster they are within a point of their level, give or
   * take the noise; elsewhere within three points. A test is within a point of its level, and a
   * family is never above it.
   */
  @Tag("soak")
  @ParameterizedTest
  @CsvSource({
    "25, 1, 0.50", "25, 1, 0.80", "25, 1, 0.90", "25, 1, 0.95",
    "25, 3, 0.50", "25, 3, 0.80", "25, 3, 0.90", "25, 3, 0.95",
    "200, 1, 0.50", "200, 1, 0.95", "200, 3, 0.50", "200, 3, 0.95"
  })
  void long_form(int clusters, int most, double accuracy) {
    for (double spread : new double[] {0.5, 1, 1.5}) {
      Simulation.Shares shares = simulated(new World(clusters, most, accuracy, spread), MANY);

      double slack = noise(0.95, MANY) + (spread <= 1 && most == 1 ? 0.01 : 0.03);
      assertThat(shares.mean()).isCloseTo(0.95, within(slack));
      assertThat(shares.difference()).isCloseTo(0.95, within(slack));
      assertThat(shares.rejected()).isCloseTo(0.05, within(0.01 + noise(0.05, MANY)));
      assertThat(shares.family()).isLessThan(0.05 + noise(0.05, MANY)).isPositive();
    }
  }
}
