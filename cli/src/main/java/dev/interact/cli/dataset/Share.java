package dev.interact.cli.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.analysis.stats.ClusterMean;
import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.stats.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many of some answers are a yes, with a cluster-robust 95% interval.
 *
 * @param yes how many are
 * @param of how many there are
 * @param clusters independent units that they are of: concepts, or the clusters that these name
 * @param share from 0 to 1; null where there are none
 * @param low lower end of the interval; null where there is none
 * @param high its upper end
 * @param noInterval why there is none, a sentence; null where there is one
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Share(
    long yes, long of, int clusters, Double share, Double low, Double high, String noInterval) {
  private static final double LEVEL = 0.95;
  private static final String NONE = "-";

  /** Counts answers, unit by unit. */
  public static final class Count {
    private final List<Double> shares = new ArrayList<>();
    private final List<Integer> clusters = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private long yes;
    private long of;

    /**
     * Counts some answers that are of one unit.
     *
     * @param more may be 0
     */
    public void add(String cluster, long moreYes, long more) {
      if (more == 0) {
        return;
      }
      yes += moreYes;
      of += more;
      shares.add((double) moreYes / more);
      weights.add((double) more);
      clusters.add(numbers.computeIfAbsent(cluster, next -> numbers.size()));
    }

    /** The share so far. */
    public Share share() {
      if (of == 0) {
        return new Share(0, 0, 0, null, null, null, "There are no answers.");
      }
      Estimate mean =
          ClusterMean.ofProportions(
              shares.stream().mapToDouble(Double::doubleValue).toArray(),
              clusters.stream().mapToInt(Integer::intValue).toArray(),
              weights.stream().mapToDouble(Double::doubleValue).toArray(),
              LEVEL);
      Interval ends = mean.interval();
      return new Share(
          yes,
          of,
          mean.clusters(),
          mean.value(),
          ends == null ? null : Double.valueOf(ends.low()),
          ends == null ? null : Double.valueOf(ends.high()),
          ends == null ? reason(mean.clusters()) : null);
    }
  }

  private static String reason(int clusters) {
    return clusters < Estimate.FEWEST_CLUSTERS
        ? "No interval: %d concept%s, and below %d none would be honest."
            .formatted(clusters, clusters == 1 ? "" : "s", Estimate.FEWEST_CLUSTERS)
        : "No interval: all concepts have the same share, so that nothing is known of its spread.";
  }

  /** In per cent, with its interval in brackets where it has one. */
  public String cell() {
    if (share == null) {
      return NONE;
    }
    return low == null
        ? percent(share)
        : "%s [%s, %s]".formatted(percent(share), percent(low), percent(high));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
