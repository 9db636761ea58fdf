package dev.interact.analysis.contrast;

import dev.interact.analysis.answers.Repeat;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Sample;
import dev.interact.analysis.table.Scores;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.input.InvalidInput;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The difference of two sittings over the same concepts: accuracy at {@code one} less that at
 * {@code other}. Draws that belong together are paired, and their differences averaged within the
 * concept.
 *
 * @param differences by concept, from -1 to 1
 * @param sample the same as a sample
 * @param pairs of draws
 * @param onlyOne concepts at {@code one} without a pair
 * @param onlyOther concepts at {@code other} without a pair
 */
public record Paired(
    Sitting one,
    Sitting other,
    SortedMap<String, Double> differences,
    Sample sample,
    int pairs,
    int onlyOne,
    int onlyOther) {

  /**
   * The difference of two sittings of a study.
   *
   * @throws InvalidInput if both are the same calls, or there is no such sitting
   */
  public static Paired of(Evidence evidence, Sitting one, Sitting other) {
    Identity.of(evidence.table(), one, other)
        .ifPresent(
            sentence -> {
              throw InvalidInput.of(null, sentence);
            });
    return of(new Side(evidence, one), new Side(evidence, other));
  }

  /** A sitting and the study that it is of. */
  public record Side(Evidence evidence, Sitting sitting) {
    Set<Repeat> draws() {
      return evidence.table().draws(sitting.arm());
    }

    Scores accuracies() {
      return evidence.accuracies(sitting);
    }
  }

  /** The difference of sittings of two studies, by the units of the first. */
  public static Paired of(Side one, Side other) {
    SortedMap<String, SortedMap<Repeat, Double>> ones = one.accuracies().byConcept();
    SortedMap<String, SortedMap<Repeat, Double>> others = other.accuracies().byConcept();
    Pairing pairing = Pairing.of(one.draws(), other.draws());
    SortedMap<String, Map<Repeat, Double>> pairs = new TreeMap<>();
    Set<String> both = new TreeSet<>(ones.keySet());
    both.retainAll(others.keySet());
    for (String concept : both) {
      pairs.put(
          concept,
          differences(pairing.means(ones.get(concept)), pairing.means(others.get(concept))));
    }
    pairs.values().removeIf(Map::isEmpty);
    SortedMap<String, Double> differences = new TreeMap<>();
    pairs.forEach((concept, draws) -> differences.put(concept, mean(draws)));
    return new Paired(
        one.sitting(),
        other.sitting(),
        differences,
        one.evidence().sample(differences),
        pairs.values().stream().mapToInt(Map::size).sum(),
        ones.size() - differences.size(),
        others.size() - differences.size());
  }

  private static Map<Repeat, Double> differences(
      Map<Repeat, Double> ones, Map<Repeat, Double> others) {
    Map<Repeat, Double> differences = new TreeMap<>();
    ones.forEach(
        (draw, accuracy) -> {
          if (others.containsKey(draw)) {
            differences.put(draw, accuracy - others.get(draw));
          }
        });
    return differences;
  }

  private static double mean(Map<Repeat, Double> draws) {
    return draws.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** How many concepts pair. */
  public int concepts() {
    return differences.size();
  }
}
