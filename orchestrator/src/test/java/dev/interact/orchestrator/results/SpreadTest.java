package dev.interact.orchestrator.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
  private static Spread of(int concepts, long dialogues) {
    return new Spread(
        IntStream.range(0, concepts)
            .mapToObj(i -> new Spread.OfConcept("c" + i, dialogues))
            .toList());
  }

  @Test
  void all_are_taken_while_they_are_few() {
    assertThat(of(0, 0).over(1_000)).isEmpty();
    assertThat(of(3, 300).over(1_000)).containsExactly("c0", "c1", "c2");
  }

  @Test
  void of_many_those_at_even_distances_are() {
    assertThat(of(10, 500).over(1_000)).containsExactly("c0", "c5");
    assertThat(of(7, 30).over(100)).containsExactly("c0", "c2", "c4");
    assertThat(of(100_000, 3).over(1_000)).hasSize(333).contains("c0", "c300").doesNotContain("c1");
  }

  @Test
  void one_is_always_taken() {
    assertThat(of(2, 5_000).over(1_000)).isEqualTo(List.of("c0"));
  }
}
