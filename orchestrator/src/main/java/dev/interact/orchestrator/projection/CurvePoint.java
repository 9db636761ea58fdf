package dev.interact.orchestrator.projection;

import dev.interact.analysis.stats.ClusterMean;
import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.stats.Interval;
import dev.interact.analysis.table.Sample;

/**
 * A point of a learning curve, by the estimator of the report: the mean over concepts of the mean
 * over draws.
 *
 * @param turn 0 before any question
 * @param mean accuracy, from 0 to 1; what could not be read is wrong
 * @param low lower end of the interval of 95 per cent, robust to clusters of concepts; null where
 *     there is none: below ten clusters
 * @param high its upper end
 * @param n concepts
 * @param items of all quizzes that it is made from
 */
public record CurvePoint(int turn, double mean, Double low, Double high, int n, long items) {

  static CurvePoint of(int turn, Sample sample, long items) {
    Estimate estimate =
        ClusterMean.ofProportions(
            sample.values(), sample.cluster(), sample.weights(), Interval.SHOWN);
    Interval interval = estimate.interval();
    return new CurvePoint(
        turn,
        estimate.value(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        sample.concepts(),
        items);
  }
}
