package dev.interact.analysis.table;

import dev.interact.study.Concept;
import dev.interact.study.StudyFile;
import dev.interact.study.input.InvalidInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is independent of what, and how much it counts.
 *
 * @param clusters the cluster of each concept that names one; others are clusters of their own
 * @param domains the domain of each concept
 */
public record Units(
    Map<String, String> clusters, Map<String, String> domains, Weighting weighting) {

  /** Whose own a cluster is: a named one, or a concept of the same name, are not the same. */
  private record Cluster(String named, String concept) {}

  /**
   * Those of a study.
   *
   * @param concepts of the study; none is kept
   */
  public static Units of(StudyFile study, Iterable<Concept> concepts) {
    Map<String, String> clusters = new HashMap<>();
    Map<String, String> domains = new HashMap<>();
    for (Concept concept : concepts) {
      domains.put(concept.id(), concept.domain());
      if (concept.cluster() != null) {
        clusters.put(concept.id(), concept.cluster());
      }
    }
    return new Units(clusters, domains, weighting(study));
  }

  private static Weighting weighting(StudyFile study) {
    return switch (study.analysis().weighting()) {
      case BY_CONCEPT -> Weighting.BY_CONCEPT;
      case BY_DOMAIN -> Weighting.BY_DOMAIN;
    };
  }

  /**
   * A sample of figures by concept.
   *
   * @throws InvalidInput if a concept has no domain where these are weighted
   */
  public Sample sample(SortedMap<String, Double> figures) {
    List<String> concepts = new ArrayList<>(figures.keySet());
    return new Sample(
        figures.values().stream().mapToDouble(Double::doubleValue).toArray(),
        numbers(concepts),
        weights(concepts));
  }

  private int[] numbers(List<String> concepts) {
    if (clusters.isEmpty()) {
      return IntStream.range(0, concepts.size()).toArray();
    }
    Map<Cluster, Integer> numbers = new HashMap<>();
    return concepts.stream()
        .map(this::cluster)
        .mapToInt(cluster -> numbers.computeIfAbsent(cluster, next -> numbers.size()))
        .toArray();
  }

  private Cluster cluster(String concept) {
    String named = clusters.get(concept);
    return new Cluster(named, named == null ? concept : null);
  }

  private double[] weights(List<String> concepts) {
    return switch (weighting) {
      case BY_CONCEPT -> concepts.stream().mapToDouble(concept -> 1).toArray();
      case BY_DOMAIN -> {
        Map<String, Long> sizes =
            concepts.stream()
                .map(this::domain)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        double share = (double) concepts.size() / sizes.size();
        yield concepts.stream()
            .mapToDouble(concept -> share / sizes.get(domain(concept)))
            .toArray();
      }
    };
  }

  private String domain(String concept) {
    String domain = domains.get(concept);
    if (domain == null) {
      throw InvalidInput.of(
          null,
          "The concept '%s' is in the answers but not among the concepts of the study"
              .formatted(concept));
    }
    return domain;
  }
}
