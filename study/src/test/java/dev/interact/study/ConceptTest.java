package dev.interact.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.contracts.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConceptTest {
  private static final String JSON =
      """
      {"id":"c","domain":"d","title":"t","context":"x","n":{"b":1,"a":[2]},"licence":"CC0",
       "quiz":[{"id":"i","question":"q","options":["a","b"],"answer":0,"why":"because"}]}""";
  private static final String SHUFFLED =
      """
      {"quiz":[{"why":"because","answer":0,"options":["a","b"],"question":"q","id":"i","level":null}],
       "licence":"CC0","source":null,"n":{"a":[2],"b":1},"context":"x","title":"t","domain":"d","id":"c"}""";

  private static Concept read(String json) throws JsonProcessingException {
    return new ObjectMapper().readValue(json, Concept.class);
  }

  @Test
  void its_hash_does_not_depend_on_the_order_of_fields() throws JsonProcessingException {
    assertThat(read(SHUFFLED)).isEqualTo(read(JSON));
    assertThat(read(SHUFFLED).hash()).isEqualTo(read(JSON).hash()).matches("[0-9a-f]{32}");
  }

  @Test
  void its_hash_depends_on_every_part() throws JsonProcessingException {
    List<String> others =
        List.of(
            JSON.replace("\"x\"", "\"y\""),
            JSON.replace("\"answer\":0", "\"answer\":1"),
            JSON.replace("[\"a\",\"b\"]", "[\"b\",\"a\"]"),
            JSON.replace("because", "why not"),
            JSON.replace("CC0", "CC1"),
            JSON.replace("[2]", "[3]"));

    for (String other : others) {
      assertThat(read(other).hash()).isNotEqualTo(read(JSON).hash());
    }
  }

  @Test
  void it_survives_an_upload_with_its_image_and_unknown_fields() {
    Concept concept =
        new Concept(
            "c",
            "images",
            "t",
            null,
            new Concept.Image("image/png", new byte[] {1, -2, 3}),
            Concepts.of("x", 1).quiz(),
            null,
            null,
            Map.of());

    Concept received = Json.read(Json.write(concept), Concept.class);

    assertThat(received).isEqualTo(concept).hasSameHashCodeAs(concept);
    assertThat(received.hash()).isEqualTo(concept.hash());
    assertThat(received.material().mediaType()).isEqualTo("image/png");
  }

  @Test
  void its_text_shows_neither_context_nor_key() {
    assertThat(Concepts.of("c", 1).toString() + Concepts.of("c", 1).quiz())
        .isEqualTo("Concept[c, news, 1 items][QuizItem[i0, 2 options]]");
  }

  @Test
  void a_sample_holds_a_smaller_one_and_keeps_the_order() {
    List<Concept> concepts =
        IntStream.range(0, 20).mapToObj(n -> Concepts.of("c" + n, n < 18 ? "a" : "b", 1)).toList();

    List<Concept> three = ConceptSample.of(concepts, new StudyFile.Sample(3, 1L));
    List<Concept> six = ConceptSample.of(concepts, new StudyFile.Sample(6, 1L));

    assertThat(three).hasSize(5).isSubsetOf(six);
    assertThat(six).hasSize(8).isEqualTo(concepts.stream().filter(six::contains).toList());
    assertThat(ConceptSample.of(concepts.reversed(), new StudyFile.Sample(3, 1L)))
        .containsExactlyInAnyOrderElementsOf(three);
    assertThat(ConceptSample.of(concepts, new StudyFile.Sample(3, 2L))).isNotEqualTo(three);
    assertThat(ConceptSample.of(concepts, null)).isEqualTo(concepts);
  }
}
