package dev.interact.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interact.bench.stub.Latency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {
  private static Load load(Shape shape, int allowed) {
    return Load.of("test", shape, Content.SMALL, new Model("stub", Latency.fixed(500), allowed));
  }

  @ParameterizedTest
  @CsvSource({
    "false, 1, 4, 3, 1",
    "false, 5, 16, 11, 1",
    "true, 1, 9, 4, 3",
    "true, 5, 33, 12, 3",
  })
  void a_shape_says_what_a_concept_takes(
      boolean withLessons, int turns, int calls, int longestChain, int dialogues) {
    Shape shape = new Shape(withLessons, turns);

    assertThat(shape.calls()).isEqualTo(calls);
    assertThat(shape.longestChain()).isEqualTo(longestChain);
    assertThat(shape.dialogues()).isEqualTo(dialogues);
  }

  @Test
  void it_has_as_many_concepts_as_make_the_calls_that_are_wanted() {
    Load load = load(Shape.dialogue(5), 10);

    assertThat(load.withCalls(16).concepts()).isEqualTo(1);
    assertThat(load.withCalls(17).concepts()).isEqualTo(2);
    assertThat(load.withCalls(17).calls()).isEqualTo(32);
    assertThat(load.withCalls(0).concepts()).isEqualTo(1);
    assertThat(load.withConcepts(5).half().concepts()).isEqualTo(3);
    assertThat(load.ofSeconds(8).calls()).isEqualTo(160);
  }

  @Test
  void what_is_steady_stands_between_a_start_and_an_end() {
    Load load = load(Shape.dialogue(5), 10).withSteady(8);

    assertThat(load.calls() - load.callsToStart() - load.callsToEnd()).isBetween(160, 176);
  }

  @Test
  void many_dialogues_take_as_long_as_their_calls_side_by_side() {
    Load load = load(Shape.paper(5), 500).withConcepts(1_347);

    assertThat(load.idealRate()).isEqualTo(1_000);
    assertThat(load.leastSeconds()).isCloseTo(44.451, within(1e-9));
  }

  @Test
  void few_take_as_long_as_the_calls_that_wait_for_each_other() {
    assertThat(load(Shape.paper(5), 500).withConcepts(1).leastSeconds()).isEqualTo(6);
  }
}
