package dev.interact.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterRegressionTest {
  private static final Frame CHICKS = Frame.chickWeight();
  private static final Frame STATES = Frame.produc();

  private static double[] slope(int diet) {
    double[] days = CHICKS.column("Time");
    int[] diets = CHICKS.numbers("Diet");
    return IntStream.range(0, days.length)
        .mapToDouble(row -> diets[row] == diet ? days[row] : 0)
        .toArray();
  }

  private static Design slopes(Design design) {
    Design all = design.column("Time", CHICKS.column("Time"));
    for (int diet = 2; diet <= 4; diet++) {
      all = all.column("Diet" + diet + ":Time", slope(diet));
    }
    return all;
  }

  private static Design chicks(int[] cluster) {
    return slopes(
        Design.of(CHICKS.column("weight"), cluster)
            .intercept()
            .factor("Diet", CHICKS.numbers("Diet")));
  }

  private static double[] logs(String column) {
    return Arrays.stream(STATES.column(column)).map(Math::log).toArray();
  }

  private static Design states() {
    return Design.of(logs("gsp"), STATES.numbers("state"))
        .column("log(pcap)", logs("pcap"))
        .column("log(pc)", logs("pc"))
        .column("log(emp)", logs("emp"))
        .column("unemp", STATES.column("unemp"));
  }

  /**
   * clubSandwich 0.6, reference pages of {@code vcovCR.lm} and {@code coef_test}: {@code lm(weight
   * ~ Time + Diet:Time)}, {@code vcovCR(fit, cluster = Chick, type = "CR2")}; variances.
   */
  @ParameterizedTest
  @CsvSource({
    "(intercept), 3.9317840",
    "Time, 0.4360726",
    "Diet2:Time, 1.3680862",
    "Diet3:Time, 1.1195632",
    "Diet4:Time, 0.5416587"
  })
  void variances_are_those_that_clubSandwich_publishes(String name, double variance) {
    Design design = slopes(Design.of(CHICKS.column("weight"), CHICKS.numbers("Chick")).intercept());

    double error = ClusterRegression.of(design, 0.95).coefficient(name).estimate().standardError();

    assertThat(error * error).isCloseTo(variance, within(5e-8));
  }

  /**
   * clubSandwich 0.6, reference page of {@code coef_test}: {@code lm(weight ~ Diet * Time)}, {@code
   * coef_test(fit, vcov = "CR2", cluster = Chick)}, printed to these digits.
   */
  @ParameterizedTest
  @CsvSource({
    "Diet2:Time, 1.77, 1.49, 1.19, 18.8, 0.2497",
    "Diet3:Time, 4.58, 1.35, 3.39, 18.8, 0.0031",
    "Diet4:Time, 2.87, 1.01, 2.85, 18.3, 0.0105"
  })
  void tests_are_those_that_clubSandwich_publishes(
      String name, double value, double error, double t, double df, double p) {
    Coefficient found =
        ClusterRegression.of(chicks(CHICKS.numbers("Chick")), 0.95).coefficient(name);

    assertThat(found.estimate().value()).isCloseTo(value, within(0.005));
    assertThat(found.estimate().standardError()).isCloseTo(error, within(0.005));
    assertThat(found.t()).isCloseTo(t, within(0.005));
    assertThat(found.estimate().df()).isCloseTo(df, within(0.05));
    assertThat(found.p()).isCloseTo(p, within(0.00005));
  }

  /**
   * clubSandwich 0.6, reference page of {@code linear_contrast}: {@code constrain_pairwise(
   * "Diet.:Time", reg_ex = TRUE)}, the line Diet4:Time - Diet2:Time.
   */
  @Test
  void a_contrast_is_the_one_that_clubSandwich_publishes() {
    Estimate contrast =
        ClusterRegression.of(chicks(CHICKS.numbers("Chick")), 0.95)
            .contrast("4 - 2", Map.of("Diet4:Time", 1.0, "Diet2:Time", -1.0))
            .estimate();

    assertThat(contrast.value()).isCloseTo(1.11, within(0.005));
    assertThat(contrast.standardError()).isCloseTo(1.44, within(0.005));
    assertThat(contrast.df()).isCloseTo(17.9, within(0.05));
    assertThat(contrast.interval().low()).isCloseTo(-1.925, within(0.0005));
    assertThat(contrast.interval().high()).isCloseTo(4.14, within(0.005));
  }

  /** NumPy, by the formula with whole n x n matrices, as in {@link ClusterMeanTest}. */
  @ParameterizedTest
  @CsvSource({
    "(intercept), 28.299386858786757, 4.359642048268131, 18.378063808180233",
    "Diet=3, -17.162526044879893, 7.1556881452381615, 18.34265302724097",
    "Time, 7.0490172447627995, 0.8220700055261578, 17.3115733471339",
    "Diet4:Time, 2.834383508717453, 1.1341808810726821, 17.957707438116184"
  })
  void weighted_rows_give_the_matrix_formulas_values(
      String name, double value, double error, double df) {
    double[] weights = Arrays.stream(CHICKS.column("Time")).map(day -> 1 + day / 10).toArray();

    Estimate found =
        ClusterRegression.of(chicks(CHICKS.numbers("Chick")).weighted(weights), 0.95)
            .coefficient(name)
            .estimate();

    assertThat(found.value()).isCloseTo(value, within(1e-8));
    assertThat(found.standardError()).isCloseTo(error, within(1e-8));
    assertThat(found.df()).isCloseTo(df, within(1e-6));
  }

  /**
   * clubSandwich 0.6, reference page of {@code vcovCR.lm}: {@code plm(log(gsp) ~ log(pcap) +
   * log(pc) + log(emp) + unemp, model = "within")}, {@code vcovCR(fit, type = "CR2")}; df by NumPy,
   * from the regression with 48 dummies.
   */
  @ParameterizedTest
  @CsvSource({
    "log(pcap), 3.900840e-03, 22.88399199671852",
    "log(pc), 4.177767e-03, 22.167327659499055",
    "log(emp), 7.3152051e-03, 20.404697375808947",
    "unemp, 6.745842e-06, 31.950735920871463"
  })
  void a_factor_absorbed_is_a_factor_of_dummies(String name, double variance, double df) {
    int[] state = STATES.numbers("state");
    Design dummies = states().intercept().factor("state", state);

    Estimate absorbed =
        ClusterRegression.of(states().within(state), 0.95).coefficient(name).estimate();
    Estimate explicit = ClusterRegression.of(dummies, 0.95).coefficient(name).estimate();

    assertThat(absorbed.standardError() / Math.sqrt(variance)).isCloseTo(1, within(1e-7));
    assertThat(absorbed.df()).isCloseTo(df, within(1e-6));
    assertThat(explicit.standardError()).isCloseTo(absorbed.standardError(), within(1e-10));
    assertThat(explicit.df()).isCloseTo(df, within(1e-6));
  }

  /** statsmodels 0.15: {@code OLS(y, X).fit(cov_type="HC2").bse}. */
  @ParameterizedTest
  @CsvSource({
    "(intercept), 2.378354475232447",
    "Diet=2, 4.716794159482324",
    "Time, 0.37837844231768014",
    "Diet4:Time, 0.5196730447749215"
  })
  void clusters_of_one_row_give_hc2(String name, double error) {
    int[] own = IntStream.range(0, 578).toArray();

    assertThat(ClusterRegression.of(chicks(own), 0.95).coefficient(name).estimate().standardError())
        .isCloseTo(error, within(1e-9));
  }

  /** statsmodels 0.15: {@code variance_inflation_factor(X, j)}, X with an intercept. */
  @Test
  void variance_inflation_is_that_of_statsmodels() {
    double[][] columns =
        chicks(CHICKS.numbers("Chick")).columns().stream().skip(1).toArray(double[][]::new);

    double[] factors = Vif.of(columns);

    assertThat(factors[0]).isCloseTo(4.326939134934958, within(1e-9));
    assertThat(factors[3]).isCloseTo(2.637368626098235, within(1e-9));
    assertThat(factors[6]).isCloseTo(4.6602657607977696, within(1e-9));
    double[] flat = new double[578];
    assertThat(Vif.of(new double[][] {columns[3], columns[3]}))
        .containsOnly(Double.POSITIVE_INFINITY);
    assertThat(Vif.of(new double[][] {columns[3], flat})[1]).isNaN();
  }

  @Test
  void a_column_that_others_determine_is_left_out_and_named() {
    double[] twice = Arrays.stream(STATES.column("unemp")).map(value -> 2 * value).toArray();
    ClusterRegression plain = ClusterRegression.of(states().intercept(), 0.95);

    ClusterRegression regression =
        ClusterRegression.of(states().column("twice", twice).intercept(), 0.95);

    assertThat(regression.aliased()).containsExactly("twice");
    assertThat(regression.coefficient("twice")).isNull();
    assertThat(regression.coefficients()).isEqualTo(plain.coefficients());
    assertThat(
            ClusterRegression.of(states().intercept().within(STATES.numbers("state")), 0.95)
                .aliased())
        .containsExactly("(intercept)");
    assertThatThrownBy(() -> regression.contrast("x", Map.of("twice", 1.0)))
        .hasMessageContaining("names a column that the regression does not have");
  }

  @Test
  void a_factor_across_clusters_is_not_absorbed() {
    assertThatThrownBy(() -> states().within(STATES.numbers("year")))
        .hasMessageContaining("put others in as columns");
  }
}
