package dev.interact.analysis.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Least squares with CR2 cluster-robust standard errors and Satterthwaite's degrees of freedom for
 * each coefficient (Bell &amp; McCaffrey 2002; Pustejovsky &amp; Tipton 2018). For an outcome of
 * zeros and ones it is the linear probability model: a coefficient is a difference in probability.
 */
public final class ClusterRegression {
  private final List<String> names;
  private final List<String> aliased;
  private final LeastSquares fit;
  private final RobustCovariance covariance;
  private final double level;

  private ClusterRegression(Design design, double level) {
    this.fit =
        LeastSquares.fit(
            design.columns().toArray(double[][]::new), design.outcome(), design.weights());
    this.names = fit.kept().stream().map(design.names()::get).toList();
    this.covariance = new RobustCovariance(fit, design.weights(), design.cluster());
    this.level = level;
    List<String> others = new ArrayList<>(design.names());
    others.removeAll(names);
    this.aliased = List.copyOf(others);
  }

  /**
   * Fits it.
   *
   * @param level of the intervals, from 0 to 1
   * @throws IllegalArgumentException where no column is left
   */
  public static ClusterRegression of(Design design, double level) {
    return new ClusterRegression(design, level);
  }

  /** In the order of the columns, without those that are {@link #aliased}. */
  public List<Coefficient> coefficients() {
    return names.stream().map(name -> contrast(name, Map.of(name, 1.0))).toList();
  }

  /** Columns left out, for those before them determine them. */
  public List<String> aliased() {
    return aliased;
  }

  /** The coefficient of a column; null where it is aliased. */
  public Coefficient coefficient(String name) {
    return names.contains(name) ? contrast(name, Map.of(name, 1.0)) : null;
  }

  /**
   * The sum of the coefficients times their factors.
   *
   * @param factors by the name of the column; the others' are 0
   * @throws IllegalArgumentException where a name is no column's, or an aliased one's
   */
  public Coefficient contrast(String name, Map<String, Double> factors) {
    if (!names.containsAll(factors.keySet())) {
      throw new IllegalArgumentException(
          "The contrast '%s' names a column that the regression does not have: %s; it has %s."
              .formatted(name, factors.keySet(), names));
    }
    double[] contrast =
        names.stream().mapToDouble(column -> factors.getOrDefault(column, 0.0)).toArray();
    double value =
        IntStream.range(0, contrast.length)
            .mapToDouble(at -> contrast[at] * fit.coefficients()[at])
            .sum();
    return Coefficient.of(
        name, Estimate.of(value, covariance.clusters(), covariance.precision(contrast), level));
  }
}
