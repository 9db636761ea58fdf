package dev.interact.analysis.finding;

import dev.interact.analysis.report.Wording;
import dev.interact.analysis.stats.ClusterMean;
import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.stats.Interval;
import dev.interact.analysis.table.Sample;
import java.util.Arrays;
import java.util.Locale;

/** Estimates in accuracy points, and how numbers are written. */
final class Numbers {
  private Numbers() {}

  /** The mean of differences from -1 to 1, in points; the sample is not empty. */
  static Estimate difference(Sample sample) {
    double[] points = Arrays.stream(sample.values()).map(value -> 100 * value).toArray();
    return ClusterMean.of(points, sample.cluster(), sample.weights(), Basis.LEVEL);
  }

  /** The mean of accuracies from 0 to 1, in points; the sample is not empty. */
  static Estimate accuracy(Sample sample) {
    Estimate share =
        ClusterMean.ofProportions(sample.values(), sample.cluster(), sample.weights(), Basis.LEVEL);
    Interval ends = share.interval();
    return new Estimate(
        100 * share.value(),
        share.clusters(),
        share.standardError() == null ? null : Double.valueOf(100 * share.standardError()),
        share.df(),
        ends == null ? null : new Interval(100 * ends.low(), 100 * ends.high(), ends.level()));
  }

  /** One decimal, and no negative zero. */
  static String one(double value) {
    return decimals(value, 1);
  }

  static String two(double value) {
    return decimals(value, 2);
  }

  private static String decimals(double value, int digits) {
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    return text.matches("-0\\.0*") ? text.substring(1) : text;
  }

  /** An interval in brackets; nothing where there is none. */
  static String brackets(Interval interval) {
    return interval == null ? "" : "[%s, %s]".formatted(one(interval.low()), one(interval.high()));
  }

  static String estimate(Estimate estimate) {
    return (one(estimate.value()) + " " + brackets(estimate.interval())).strip();
  }

  /** For a sentence. */
  static String points(Estimate estimate) {
    return "%s points %s".formatted(one(estimate.value()), brackets(estimate.interval())).strip();
  }

  static String estimateOf(Sample differences) {
    return differences.concepts() == 0 ? Wording.NONE : estimate(difference(differences));
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** How many concepts, and how many clusters where these are fewer. */
  static String units(Sample sample) {
    return sample.clusters() == sample.concepts()
        ? String.valueOf(sample.concepts())
        : "%d in %d".formatted(sample.concepts(), sample.clusters());
  }

  /** The same in words, for a sentence. */
  static String concepts(Sample sample) {
    String concepts = "n = %d concept%s".formatted(sample.concepts(), s(sample.concepts()));
    return sample.clusters() == sample.concepts()
        ? concepts
        : "%s in %d cluster%s".formatted(concepts, sample.clusters(), s(sample.clusters()));
  }

  static String s(int count) {
    return count == 1 ? "" : "s";
  }
}
