package dev.interact.analysis.stats;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * A paired difference in units of its own standard deviation.
 *
 * @param dz mean / standard deviation of the differences (Cohen 1988); NaN where they do not vary
 * @param gz dz times Hedges' exact correction for few pairs (Hedges 1981)
 */
public record EffectSize(double dz, double gz) {
  /** Of at least two differences, one for each cluster. */
  public static EffectSize of(double[] differences) {
    double deviation = StandardDeviation.of(differences).getAsDouble();
    double dz = deviation > 0 ? Mean.of(differences).getAsDouble() / deviation : Double.NaN;
    return new EffectSize(dz, dz * correction(differences.length - 1));
  }

  private static double correction(int df) {
    return Math.exp(LogGamma.value(df / 2.0) - LogGamma.value((df - 1) / 2.0))
        / Math.sqrt(df / 2.0);
  }
}
