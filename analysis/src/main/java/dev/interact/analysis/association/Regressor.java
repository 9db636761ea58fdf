package dev.interact.analysis.association;

import dev.interact.analysis.features.QuestionType;
import dev.interact.analysis.report.Wording;
import dev.interact.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A column of a model.
 *
 * @param feature null for a type of question
 * @param per what one unit of it is, such as {@code SD (0.12)}
 */
record Regressor(Feature feature, String name, String per, double[] column) {
  private static final double ROUNDING = 1e-12;

  /** A feature in units of its standard deviation within groups; yes or no as 1 or 0. */
  static Regressor of(Feature feature, List<Observation> rows) {
    double[] values = column(rows, row -> row.value(feature));
    if (feature.isYesOrNo()) {
      return new Regressor(feature, feature.label(), "yes against no", values);
    }
    double deviation = deviation(values, rows);
    String per = "SD (%s)".formatted(Wording.figure(deviation));
    double unit = deviation == 0 ? 1 : deviation;
    return new Regressor(feature, feature.label(), per, column(rows, r -> r.value(feature) / unit));
  }

  /**
   * The types of questions against the most frequent one. A type in fewer clusters than an interval
   * needs is counted with others of the kind.
   */
  static List<Regressor> types(List<Observation> rows) {
    Map<QuestionType, Integer> counts = new EnumMap<>(QuestionType.class);
    rows.forEach(row -> counts.merge(row.type(), 1, Integer::sum));
    QuestionType usual =
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    List<Regressor> types = new ArrayList<>();
    Set<QuestionType> told = new HashSet<>(Set.of(usual, QuestionType.OTHER));
    for (QuestionType type : counts.keySet()) {
      if (!told.contains(type) && clusters(rows, type) >= Estimate.FEWEST_CLUSTERS) {
        told.add(type);
        types.add(type(name(type), usual, rows, row -> row.type() == type));
      }
    }
    Predicate<Observation> isOther =
        row ->
            row.type() != usual && (row.type() == QuestionType.OTHER || !told.contains(row.type()));
    if (rows.stream().anyMatch(isOther)) {
      types.add(type("any other", usual, rows, isOther));
    }
    return types;
  }

  private static Regressor type(
      String name, QuestionType usual, List<Observation> rows, Predicate<Observation> is) {
    return new Regressor(
        null,
        "question's type: " + name,
        "against '%s'".formatted(name(usual)),
        column(rows, row -> is.test(row) ? 1 : 0));
  }

  private static String name(QuestionType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '/');
  }

  private static long clusters(List<Observation> rows, QuestionType type) {
    return rows.stream()
        .filter(row -> row.type() == type)
        .mapToInt(Observation::cluster)
        .distinct()
        .count();
  }

  private static double[] column(List<Observation> rows, ToDoubleFunction<Observation> value) {
    return rows.stream().mapToDouble(value).toArray();
  }

  /** About the means of the groups; 0 where the feature varies in none. */
  private static double deviation(double[] values, List<Observation> rows) {
    Map<Integer, double[]> groups = new HashMap<>();
    for (int at = 0; at < values.length; at++) {
      double[] sum = groups.computeIfAbsent(rows.get(at).group(), group -> new double[2]);
      sum[0] += values[at];
      sum[1]++;
    }
    double squares = 0;
    double total = 0;
    for (int at = 0; at < values.length; at++) {
      double[] sum = groups.get(rows.get(at).group());
      squares += Math.pow(values[at] - sum[0] / sum[1], 2);
      total += values[at] * values[at];
    }
    int free = values.length - groups.size();
    return free == 0 || squares <= ROUNDING * total ? 0 : Math.sqrt(squares / free);
  }
}
