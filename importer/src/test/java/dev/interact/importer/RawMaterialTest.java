package dev.interact.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.study.Concept;
import dev.interact.study.file.ConceptFiles;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The raw material that is shipped. */
class RawMaterialTest {
  private static final Set<String> DOMAINS =
      Set.of("lyrics", "news", "movie-plots", "academic-papers", "images");

  @TempDir private Path folder;

  private Material imported() {
    return new Material(folder)
        .imported(options -> options, List.of(Material.ROOT.resolve("data/raw")));
  }

  @Test
  void every_domain_has_three_concepts_of_decent_length_and_a_licence() {
    List<Concept> concepts = imported().concepts();

    assertThat(
            concepts.stream()
                .collect(Collectors.groupingBy(Concept::domain, Collectors.counting())))
        .containsOnlyKeys(DOMAINS)
        .allSatisfy((domain, count) -> assertThat(count).isGreaterThanOrEqualTo(3));
    assertThat(concepts)
        .allMatch(concept -> "CC0-1.0".equals(concept.licence()))
        .filteredOn(concept -> concept.image() == null)
        .allSatisfy(concept -> assertThat(concept.context().split("\\s+")).hasSizeBetween(350, 900))
        .allSatisfy(
            concept ->
                assertThat(concept.context()).doesNotContain("�", "- \n", "Accept all", "Privacy"));
  }

  @Test
  void nothing_is_refused_or_a_duplicate() {
    ImportReport report = imported().report();

    assertThat(report.files(Outcome.REFUSED)).isEmpty();
    assertThat(report.files(Outcome.DUPLICATE)).isEmpty();
  }

  @Test
  void papers_in_two_columns_come_in_order_and_without_divided_words() {
    String text = imported().text("bell-frogs-and-trains");

    assertThat(text)
        .startsWith(
            "Bell frogs call between trains: acoustic timing at the Ostrava siding\n\nR. Havel")
        .contains(
            "We had not been told of this beforehand, which makes the change a natural experiment.")
        .endsWith("is the subject of our next study.");
    assertThat(text.indexOf("3 Results."))
        .isBetween(text.indexOf("2 Methods."), text.indexOf("4 Discussion."));
  }

  @Test
  void none_is_a_copy_of_a_sample() {
    Set<String> samples = new HashSet<>();
    for (String domain : DOMAINS) {
      ConceptFiles.read(Material.ROOT.resolve("data/samples/" + domain + ".jsonl")).stream()
          .filter(concept -> concept.context() != null)
          .flatMap(concept -> sentences(concept.context()))
          .forEach(samples::add);
    }

    assertThat(imported().concepts())
        .filteredOn(concept -> concept.context() != null)
        .allSatisfy(
            concept ->
                assertThat(sentences(concept.context())).doesNotContainAnyElementsOf(samples));
  }

  private static java.util.stream.Stream<String> sentences(String text) {
    return java.util.regex.Pattern.compile("[.!?\n]+")
        .splitAsStream(text)
        .map(String::strip)
        .filter(s -> s.length() > 30);
  }
}
