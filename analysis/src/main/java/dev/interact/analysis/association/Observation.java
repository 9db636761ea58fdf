package dev.interact.analysis.association;

import dev.interact.analysis.features.ItemStep;
import dev.interact.analysis.features.QuestionType;
import java.util.Arrays;

/**
 * A row of a model: an item that was wrong before a turn.
 *
 * @param group that it is compared within: rows of a group differ by nothing but what the model has
 * @param cluster independent of other clusters
 * @param correct whether the item is right after the turn
 * @param values one for each {@link Feature}; NaN for those of meaning where it is not compared
 */
record Observation(
    int group, int cluster, int turn, boolean correct, QuestionType type, double[] values) {

  static Observation of(ItemStep step, int group, int cluster) {
    return new Observation(
        group,
        cluster,
        step.turn().turn(),
        step.correct(),
        step.turn().question().type(),
        Arrays.stream(Feature.values()).mapToDouble(feature -> feature.of(step)).toArray());
  }

  double value(Feature feature) {
    return values[feature.ordinal()];
  }
}
