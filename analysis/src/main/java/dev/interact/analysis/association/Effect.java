package dev.interact.analysis.association;

import dev.interact.analysis.stats.Estimate;

/**
 * What goes with a feature: by how many accuracy points more often an item that was wrong is right
 * after the turn.
 *
 * @param feature null for a type of question
 * @param per the step of the feature that it is for
 * @param estimate in accuracy points; null where the feature does not vary within the groups, or
 *     others determine it
 * @param p two-sided; null without an interval
 * @param adjusted by Holm over the model; null as p
 * @param vif variance inflation within the groups; null without an estimate
 */
public record Effect(
    Feature feature,
    String name,
    String per,
    Estimate estimate,
    Double p,
    Double adjusted,
    Double vif) {

  /** Whether it is for a standard deviation, not for yes or no. */
  boolean isScaled() {
    return feature != null && !feature.isYesOrNo();
  }
}
