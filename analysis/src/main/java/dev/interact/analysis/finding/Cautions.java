package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What must be known of the models that are compared.
 *
 * @param one of the study of the first of each pair
 * @param other of that of the second; may be the same
 */
record Cautions(List<Gate> gates, Served one, Served other) {

  /** On some pairs. */
  List<String> on(Collection<Pair> pairs) {
    List<ArmKey> arms =
        pairs.stream().flatMap(pair -> Stream.of(pair.one().arm(), pair.other().arm())).toList();
    List<List<Served.Cell>> cells =
        pairs.stream()
            .map(pair -> List.of(one.cell(pair.one().arm()), other.cell(pair.other().arm())))
            .toList();
    return Stream.concat(known(arms), Served.notices(cells)).toList();
  }

  private Stream<String> known(Collection<ArmKey> arms) {
    Map<String, String> domains = new TreeMap<>();
    for (Gate gate : gates) {
      boolean isCompared =
          arms.stream()
              .anyMatch(
                  arm -> arm.student().equals(gate.student()) && arm.quizMode() == gate.mode());
      if (gate.isKnown() && isCompared) {
        domains.merge(gate.student(), gate.where(), (some, more) -> some + ", " + more);
      }
    }
    return domains.entrySet().stream()
        .map(
            known ->
                "%s is above chance before it learns anything (%s): these comparisons include concepts that it knows already."
                    .formatted(known.getKey(), known.getValue()));
  }
}
