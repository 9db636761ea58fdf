package dev.interact.bench.figure;

import dev.interact.bench.process.Samples;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;

/**
 * What it costs a study that somebody watches it: of shifts of a run's steady part, each with
 * somebody beside one without. How fast a study goes is told by how many calls the model has in
 * hand on average: with a latency that does not change, calls a second are so many times that, and
 * unlike the calls of a few seconds it does not depend on when these begin.
 *
 * @param shifts all of the run, in the order of time, each pair of one kind and the other
 */
public record Watched(Steady steady, List<Shift> shifts, Samples samples, String orchestrator) {
  private static final double PERCENT = 100;

  private record Pair(Shift watched, Shift unwatched) {}

  /** Adds its figures; none of a run that is too short for two shifts. */
  public void describe(Map<String, Double> figures) {
    List<Pair> pairs = pairs();
    figures.put("watched_pairs", (double) pairs.size());
    if (pairs.isEmpty()) {
      return;
    }
    DoubleStatistics slower = over(pairs, this::percentSlower);
    figures.put("watched_percent_slower", slower.getAsDouble(Statistic.MEAN));
    if (pairs.size() > 1) {
      double deviation = slower.getAsDouble(Statistic.STANDARD_DEVIATION);
      figures.put("watched_percent_slower_error", deviation / Math.sqrt(pairs.size()));
    }
    figures.put("watched_calls_at_once", mean(pairs, pair -> atOnce(pair.watched())));
    figures.put("unwatched_calls_at_once", mean(pairs, pair -> atOnce(pair.unwatched())));
    figures.put("watched_cores.orchestrator", mean(pairs, pair -> cores(pair.watched())));
    figures.put("unwatched_cores.orchestrator", mean(pairs, pair -> cores(pair.unwatched())));
  }

  /** Those of which both are within the steady part. */
  private List<Pair> pairs() {
    return IntStream.range(0, shifts.size() / 2)
        .mapToObj(i -> List.of(shifts.get(2 * i), shifts.get(2 * i + 1)))
        .filter(two -> two.getFirst().from() >= steady.from() && two.getLast().to() <= steady.to())
        .map(
            two ->
                two.getFirst().watched()
                    ? new Pair(two.getFirst(), two.getLast())
                    : new Pair(two.getLast(), two.getFirst()))
        .toList();
  }

  private double percentSlower(Pair pair) {
    return PERCENT * (1 - atOnce(pair.watched()) / atOnce(pair.unwatched()));
  }

  private double atOnce(Shift shift) {
    return steady.traffic().meanAtOnce(shift.from(), shift.to());
  }

  private double cores(Shift shift) {
    return samples.cpuSeconds(orchestrator, shift.from(), shift.to())
        / ((shift.to() - shift.from()) / 1e6);
  }

  private static double mean(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
    return over(pairs, figure).getAsDouble(Statistic.MEAN);
  }

  private static DoubleStatistics over(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
    return DoubleStatistics.of(
        EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION),
        pairs.stream().mapToDouble(figure).toArray());
  }
}
