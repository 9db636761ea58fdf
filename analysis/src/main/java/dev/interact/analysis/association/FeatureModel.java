package dev.interact.analysis.association;

import dev.interact.analysis.stats.ClusterRegression;
import dev.interact.analysis.stats.Coefficient;
import dev.interact.analysis.stats.Design;
import dev.interact.analysis.stats.Holm;
import dev.interact.analysis.stats.Vif;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * A linear probability model of items that were wrong: right after the turn or not, by features,
 * with fixed effects of the turn and of the group; CR2 standard errors by cluster.
 *
 * @param effects in the order of the regressors
 * @param rows items and turns
 * @param clusters independent of each other
 */
public record FeatureModel(List<Effect> effects, int rows, int clusters) {
  private static final double LEVEL = 0.95;
  private static final double POINTS = 100;

  public FeatureModel {
    effects = List.copyOf(effects);
  }

  /** Without a row. */
  static FeatureModel none() {
    return new FeatureModel(List.of(), 0, 0);
  }

  /** The model of some rows; groups lie in one cluster each. */
  static FeatureModel of(List<Observation> rows, List<Regressor> regressors) {
    double[] outcome = rows.stream().mapToDouble(row -> row.correct() ? POINTS : 0).toArray();
    Design plain =
        Design.of(outcome, column(rows, Observation::cluster))
            .factor("turn", column(rows, Observation::turn));
    for (Regressor regressor : regressors) {
      plain = plain.column(regressor.name(), regressor.column(rows));
    }
    Design design = plain.within(column(rows, Observation::group));
    int clusters = (int) rows.stream().mapToInt(Observation::cluster).distinct().count();
    return new FeatureModel(effects(design, regressors), rows.size(), clusters);
  }

  /** The effect of a feature; null where the model has none. */
  public Effect effect(Feature feature) {
    return effects.stream().filter(effect -> effect.feature() == feature).findFirst().orElse(null);
  }

  private static int[] column(List<Observation> rows, ToIntFunction<Observation> value) {
    return rows.stream().mapToInt(value).toArray();
  }

  private static List<Effect> effects(Design design, List<Regressor> regressors) {
    boolean varies =
        design.columns().stream().anyMatch(column -> Arrays.stream(column).anyMatch(v -> v != 0));
    if (!varies) {
      return regressors.stream().map(regressor -> effect(regressor, null, null, null)).toList();
    }
    ClusterRegression regression = ClusterRegression.of(design, LEVEL);
    List<Coefficient> found =
        regressors.stream().map(regressor -> regression.coefficient(regressor.name())).toList();
    Double[] adjusted = adjusted(found);
    double[] vif = Vif.of(design.columns().toArray(double[][]::new));
    int first = design.names().size() - regressors.size();
    return IntStream.range(0, regressors.size())
        .mapToObj(at -> effect(regressors.get(at), found.get(at), adjusted[at], vif[first + at]))
        .toList();
  }

  private static Effect effect(
      Regressor regressor, Coefficient found, Double adjusted, Double inflation) {
    return new Effect(
        regressor.feature(),
        regressor.name(),
        regressor.per(),
        found == null ? null : found.estimate(),
        found == null ? null : found.p(),
        adjusted,
        found == null ? null : inflation);
  }

  /** Over those that have a p value. */
  private static Double[] adjusted(List<Coefficient> found) {
    List<Coefficient> tested =
        found.stream().filter(Objects::nonNull).filter(one -> one.p() != null).toList();
    double[] family = Holm.adjusted(tested.stream().mapToDouble(Coefficient::p).toArray());
    return found.stream()
        .map(one -> tested.contains(one) ? (Double) family[tested.indexOf(one)] : null)
        .toArray(Double[]::new);
  }
}
