package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.source.Manifest.ModelUsed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be known of the models that are compared.
 *
 * @param models by alias
 */
record Cautions(List<Gate> gates, Map<String, ModelUsed> models) {

  /** On some arms that are compared with each other. */
  List<String> on(Collection<ArmKey> arms) {
    return Stream.concat(known(arms), served(arms)).toList();
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

  Stream<String> served(Collection<ArmKey> arms) {
    return arms.stream()
        .flatMap(Cautions::aliases)
        .distinct()
        .sorted()
        .filter(alias -> fingerprints(alias).size() > 1)
        .map(
            alias ->
                "The calls of %s were served by %d versions of its model (fingerprints %s): a difference here may be one between versions."
                    .formatted(
                        alias,
                        fingerprints(alias).size(),
                        fingerprints(alias).stream().collect(Collectors.joining(", "))));
  }

  /** Whose calls an arm is made of. */
  static Stream<String> aliases(ArmKey arm) {
    return Stream.of(arm.student(), arm.teacher(), arm.lessonAuthor(), arm.from())
        .filter(Objects::nonNull);
  }

  private List<String> fingerprints(String alias) {
    ModelUsed used = models.get(alias);
    return used == null ? List.of() : used.fingerprints();
  }
}
