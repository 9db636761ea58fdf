package dev.interact.analysis.curve;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Sample;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parts of a recovered share, by concept.
 *
 * @param start what is taken off end and reference; null for nothing
 */
record RecoveredShare(
    Evidence evidence,
    SortedMap<String, Double> end,
    SortedMap<String, Double> start,
    SortedMap<String, Double> reference) {

  Recovered of(Recovery definition, ArmKey arm, ArmKey other) {
    Sample numerator = less(end);
    Sample denominator = less(reference);
    String reason = reason(denominator.mean());
    Double value = reason == null ? numerator.mean() / denominator.mean() : null;
    Sample influence = value == null ? null : influence(numerator, denominator, value);
    return new Recovered(definition, arm, other, value, reason, numerator, denominator, influence);
  }

  private String reason(Double denominator) {
    if (denominator == null) {
      return "the arms have no concept in common";
    }
    if (denominator > 0) {
      return null;
    }
    return start == null
        ? "the reference has no item right"
        : String.format(
            Locale.ROOT,
            "the reference is not above turn 0 (difference %.4f), so that there is no gap to close",
            denominator);
  }

  /** Over the concepts that all parts have. */
  private Sample less(SortedMap<String, Double> accuracies) {
    Set<String> complete = new TreeSet<>(end.keySet());
    complete.retainAll(reference.keySet());
    if (start != null) {
      complete.retainAll(start.keySet());
    }
    SortedMap<String, Double> left = new TreeMap<>();
    for (String concept : complete) {
      left.put(concept, accuracies.get(concept) - (start == null ? 0 : start.get(concept)));
    }
    return evidence.sample(left);
  }

  private static Sample influence(Sample numerator, Sample denominator, double value) {
    double[] influence = new double[numerator.concepts()];
    for (int i = 0; i < influence.length; i++) {
      influence[i] = (numerator.values()[i] - value * denominator.values()[i]) / denominator.mean();
    }
    return new Sample(influence, numerator.cluster(), numerator.weights());
  }
}
