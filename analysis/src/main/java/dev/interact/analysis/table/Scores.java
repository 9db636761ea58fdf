package dev.interact.analysis.table;

import dev.interact.analysis.answers.Repeat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A figure of the dialogues of an arm.
 *
 * @param byConcept by concept and draw; a concept has one draw at least
 */
public record Scores(SortedMap<String, SortedMap<Repeat, Double>> byConcept) {

  /** The mean over its draws, for each concept. */
  public SortedMap<String, Double> means() {
    SortedMap<String, Double> means = new TreeMap<>();
    byConcept.forEach(
        (concept, draws) ->
            means.put(
                concept,
                draws.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
    return means;
  }
}
