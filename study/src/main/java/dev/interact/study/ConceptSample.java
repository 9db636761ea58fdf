package dev.interact.study;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.interact.contracts.Hash;
import java.util.List;
import java.util.Set;

/**
 * Draws a sample of concepts. Which concept of a domain comes first is a hash of (seed, concept
 * id), so a larger sample holds a smaller one, and no draw depends on the order of files.
 */
public final class ConceptSample {
  private ConceptSample() {}

  /**
   * Draws.
   *
   * @param sample how many of each domain; null takes all
   * @return the drawn concepts in the order given
   */
  public static List<Concept> of(List<Concept> concepts, StudyFile.Sample sample) {
    if (sample == null) {
      return List.copyOf(concepts);
    }
    Set<String> drawn =
        concepts.stream().collect(groupingBy(Concept::domain)).values().stream()
            .flatMap(domain -> draw(domain, sample).stream())
            .collect(toSet());
    return concepts.stream().filter(concept -> drawn.contains(concept.id())).toList();
  }

  private static List<String> draw(List<Concept> domain, StudyFile.Sample sample) {
    return domain.stream()
        .map(Concept::id)
        .sorted(comparing(id -> Hash.id("sample", sample.seed(), id)))
        .limit(sample.perDomain())
        .toList();
  }
}
