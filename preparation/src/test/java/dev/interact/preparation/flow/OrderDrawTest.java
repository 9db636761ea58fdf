package dev.interact.preparation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.preparation.flow.Step.Gate;
import dev.interact.study.Concept.QuizItem;
import dev.interact.study.OptionOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderDrawTest {

  @Test
  void each_gate_and_try_has_an_order_that_no_study_has() {
    Preparation preparation = Preparation.of(Recipes.small(), Play.CONCEPT);
    List<Integer> draws = new ArrayList<>();
    draws.add(preparation.optionOrder(new Step.Judge(0, 0)));
    for (Gate gate : Gate.values()) {
      for (int attempt = 0; attempt < 20; attempt++) {
        draws.add(preparation.optionOrder(new Step.Sit(gate, 0, "f", attempt, 0, 0)));
      }
    }

    assertThat(draws).hasSize(61).doesNotHaveDuplicates().allMatch(draw -> draw >= 1_000);
    assertThat(preparation.optionOrder(new Step.Judge(2, 1))).isEqualTo(draws.getFirst());
    assertThat(preparation.optionOrder(new Step.Sit(Gate.WITH_CONTEXT, 3, "g", 1, 5, 2)))
        .isEqualTo(2_001);
  }

  /** Each option of four stands in four places in four tries: a position is no help. */
  @Test
  void the_tries_of_a_gate_show_an_option_in_another_place_each() {
    QuizItem item = new QuizItem("r0-1", null, "Q?", List.of("a", "b", "c", "d"), 2, Map.of());
    List<Integer> places = new ArrayList<>();
    for (int attempt = 0; attempt < 4; attempt++) {
      places.add(OptionOrder.of("c", item, 1_000 + attempt).indexOf(item.answer()));
    }

    assertThat(places).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  /** Paid answers are read by these orders: they must never change. */
  @Test
  void options_stand_as_they_always_did() {
    QuizItem item = new QuizItem("r0-1", null, "Q?", List.of("a", "b", "c", "d"), 2, Map.of());

    assertThat(List.of(1_000, 1_001, 1_002, 2_000, 2_001, 3_000, 4_000))
        .extracting(draw -> OptionOrder.of("c", item, draw))
        .containsExactly(
            List.of(3, 2, 0, 1),
            List.of(1, 3, 2, 0),
            List.of(0, 1, 3, 2),
            List.of(3, 0, 2, 1),
            List.of(1, 3, 0, 2),
            List.of(1, 0, 2, 3),
            List.of(3, 2, 0, 1));
  }
}
