package dev.interact.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a regression explains, and by what. Nothing is in it that was not put there: an intercept is
 * a column too.
 *
 * @param outcome a value for each row
 * @param cluster of each row; any numbers
 * @param weights of the rows, above 0
 * @param names of the columns
 * @param columns each with a value for each row
 * @param absorbed whether a factor has been taken out by {@link #within}
 */
public record Design(
    double[] outcome,
    int[] cluster,
    double[] weights,
    List<String> names,
    List<double[]> columns,
    boolean absorbed) {
  private static final double TOLERANCE = 1e-7;

  /** Checks the lengths. */
  public Design {
    sameLength("cluster", cluster.length, outcome.length);
    sameLength("weights", weights.length, outcome.length);
    for (int at = 0; at < names.size(); at++) {
      sameLength(names.get(at), columns.get(at).length, outcome.length);
    }
  }

  /** Without a column as yet, all rows with one weight. */
  public static Design of(double[] outcome, int[] cluster) {
    double[] ones = ones(outcome.length);
    return new Design(outcome, cluster, ones, List.of(), List.of(), false);
  }

  /** With these weights; only their ratios matter. */
  public Design weighted(double[] weights) {
    return new Design(outcome, cluster, weights, names, columns, absorbed);
  }

  /** With a column of ones, named "(intercept)". */
  public Design intercept() {
    return column("(intercept)", ones(outcome.length));
  }

  /** With one more column. */
  public Design column(String name, double[] values) {
    List<String> moreNames = new ArrayList<>(names);
    moreNames.add(name);
    List<double[]> moreColumns = new ArrayList<>(columns);
    moreColumns.add(values);
    return new Design(
        outcome, cluster, weights, List.copyOf(moreNames), List.copyOf(moreColumns), absorbed);
  }

  /** With a column of zeros and ones for each level but the smallest, named as "turn=3". */
  public Design factor(String name, int[] levels) {
    Design design = this;
    for (int level : Arrays.stream(levels).distinct().sorted().skip(1).toArray()) {
      design =
          design.column(
              name + "=" + level,
              Arrays.stream(levels).mapToDouble(found -> found == level ? 1 : 0).toArray());
    }
    return design;
  }

  /**
   * With one fixed effect for each level of a factor of many levels, by the within transformation:
   * the outcome and all columns so far less their means in the level. What does not vary within
   * levels, such as an intercept, is left out of the regression.
   *
   * @param levels of each row; a level lies in one cluster
   * @throws IllegalArgumentException where rows are weighted, or a level is in two clusters: then
   *     CR2 is not that of the regression with a dummy for each level (Pustejovsky &amp; Tipton
   *     2018, theorem 2), so take {@link #factor}
   */
  public Design within(int[] levels) {
    sameLength("levels", levels.length, outcome.length);
    List<int[]> groups = Clusters.rows(levels);
    if (absorbed || Arrays.stream(weights).distinct().count() > 1 || !nested(groups)) {
      throw new IllegalArgumentException(
          "One factor, whose levels lie in one cluster each, can be absorbed from rows of one"
              + " weight; put others in as columns.");
    }
    return new Design(
        centred(outcome, groups),
        cluster,
        weights,
        names,
        columns.stream().map(column -> centred(column, groups)).toList(),
        true);
  }

  private boolean nested(List<int[]> groups) {
    return groups.stream()
        .allMatch(rows -> IntStream.of(rows).map(row -> cluster[row]).distinct().count() == 1);
  }

  private static double[] centred(double[] column, List<int[]> groups) {
    double[] centred = new double[column.length];
    for (int[] rows : groups) {
      double mean = IntStream.of(rows).mapToDouble(row -> column[row]).average().orElseThrow();
      for (int row : rows) {
        centred[row] = column[row] - mean;
      }
    }
    boolean constant = length(centred) <= TOLERANCE * length(column);
    return constant ? new double[column.length] : centred;
  }

  private static double length(double[] column) {
    return Math.sqrt(Arrays.stream(column).map(value -> value * value).sum());
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static void sameLength(String name, int length, int rows) {
    if (length != rows) {
      throw new IllegalArgumentException(
          "A regression of %d rows needs as many of %s; found %d.".formatted(rows, name, length));
    }
  }
}
