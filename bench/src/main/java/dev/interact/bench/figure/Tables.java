package dev.interact.bench.figure;

import dev.interact.bench.figure.Report.Result;
import dev.interact.cli.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shows figures beside others: those of the plain loop, and earlier ones. */
public final class Tables {
  private static final String NONE = "-";

  private Tables() {}

  /** The table of a case: one line for each figure. */
  public static String of(Result now, Optional<Result> earlier) {
    Map<String, Map<String, Double>> columns = new LinkedHashMap<>();
    columns.put("now", now.stack());
    if (!now.plainLoop().isEmpty()) {
      columns.put("plain loop", now.plainLoop());
    }
    earlier.ifPresent(result -> columns.put("earlier", result.stack()));
    List<String> header = new ArrayList<>(List.of(now.name(), "now"));
    columns.keySet().stream().skip(1).forEach(name -> header.addAll(List.of(name, "now/" + name)));
    List<List<String>> rows =
        now.stack().keySet().stream().map(figure -> row(figure, columns)).toList();
    return new Table(header, 1, rows).text();
  }

  private static List<String> row(String figure, Map<String, Map<String, Double>> columns) {
    List<String> row = new ArrayList<>(List.of(figure));
    Double now = null;
    for (Map<String, Double> column : columns.values()) {
      Double value = column.get(figure);
      row.add(number(value));
      if (now == null) {
        now = value;
      } else {
        row.add(ratio(now, value));
      }
    }
    return row;
  }

  private static String ratio(double now, Double other) {
    return other == null || other == 0 ? NONE : format("%.2f", now / other);
  }

  /** To three digits, or all of a whole number. */
  public static String number(Double value) {
    if (value == null) {
      return NONE;
    }
    double size = Math.abs(value);
    if (size >= 100 || value == Math.rint(value)) {
      return format("%,.0f", value);
    }
    return format(size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
