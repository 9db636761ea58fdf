package dev.interact.analysis.association;

import static java.util.stream.Collectors.groupingBy;

import dev.interact.analysis.features.QuestionType;
import dev.interact.analysis.report.Wording;
import dev.interact.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A column of a model.
 *
 * @param feature null for a type of question
 * @param per what one unit of it is, such as {@code SD (0.12)}
 * @param value of a row; columns of large studies are too large to be kept
 */
record Regressor(Feature feature, String name, String per, ToDoubleFunction<Observation> value) {
  private static final double ROUNDING = 1e-12;

  /** A feature in units of its standard deviation within groups; yes or no as 1 or 0. */
  static Regressor of(Feature feature, List<Observation> rows) {
    if (feature.isYesOrNo()) {
      return new Regressor(feature, feature.label(), "yes against no", row -> row.value(feature));
    }
    double deviation = deviation(feature, rows);
    String per = "SD (%s)".formatted(Wording.figure(deviation));
    double unit = deviation == 0 ? 1 : deviation;
    return new Regressor(feature, feature.label(), per, row -> row.value(feature) / unit);
  }

  /**
   * The types of questions against the most frequent one. A type in fewer clusters than an interval
   * needs is counted with others of the kind.
   */
  static List<Regressor> types(List<Observation> rows) {
    SortedMap<QuestionType, Long> counts =
        rows.stream().collect(groupingBy(Observation::type, TreeMap::new, Collectors.counting()));
    QuestionType usual = Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
    List<QuestionType> told =
        counts.keySet().stream().filter(type -> type != usual && isTold(type, rows)).toList();
    List<Regressor> types = new ArrayList<>();
    told.forEach(type -> types.add(type(name(type), usual, row -> row.type() == type)));
    if (told.size() + 1 < counts.size()) {
      types.add(type("any other", usual, row -> row.type() != usual && !told.contains(row.type())));
    }
    return types;
  }

  private static boolean isTold(QuestionType type, List<Observation> rows) {
    long clusters =
        rows.stream()
            .filter(row -> row.type() == type)
            .mapToInt(Observation::cluster)
            .distinct()
            .count();
    return type != QuestionType.OTHER && clusters >= Estimate.FEWEST_CLUSTERS;
  }

  private static Regressor type(String name, QuestionType usual, Predicate<Observation> is) {
    return new Regressor(
        null,
        "question's type: " + name,
        "against '%s'".formatted(name(usual)),
        row -> is.test(row) ? 1 : 0);
  }

  private static String name(QuestionType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '/');
  }

  /** A value for each row. */
  double[] column(List<Observation> rows) {
    return rows.stream().mapToDouble(value).toArray();
  }

  /** About the means of the groups; 0 where the feature varies in none. */
  private static double deviation(Feature feature, List<Observation> rows) {
    Map<Integer, Double> means =
        rows.stream()
            .collect(
                groupingBy(
                    Observation::group, Collectors.averagingDouble(row -> row.value(feature))));
    double squares = 0;
    double total = 0;
    for (Observation row : rows) {
      squares += Math.pow(row.value(feature) - means.get(row.group()), 2);
      total += Math.pow(row.value(feature), 2);
    }
    int free = rows.size() - means.size();
    return free == 0 || squares <= ROUNDING * total ? 0 : Math.sqrt(squares / free);
  }
}
