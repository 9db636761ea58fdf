package dev.interact.analysis.curve;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.Sample;

/**
 * A share that was recovered.
 *
 * @param reference the arm that the share is of; null where the study has none
 * @param value 1 where all was; may be negative or above 1; null with a reason
 * @param reason why there is no value, as a part of a sentence; null where there is one
 * @param numerator by concept; null where there is no reference
 * @param denominator by concept, the same ones; null where there is no reference
 * @param influence by concept: (numerator - value x denominator) / mean of the denominator. Its
 *     mean is 0, and the standard error of its mean is that of the value (delta method); null
 *     without value
 */
public record Recovered(
    Recovery definition,
    ArmKey arm,
    ArmKey reference,
    Double value,
    String reason,
    Sample numerator,
    Sample denominator,
    Sample influence) {

  static Recovered none(Recovery definition, ArmKey arm, String reason) {
    return new Recovered(definition, arm, null, null, reason, null, null, null);
  }
}
