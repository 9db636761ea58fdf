package dev.interact.orchestrator.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.student.Sheet;
import dev.interact.study.Concept;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShownQuizTest {
  private static final List<String> OPTIONS = List.of("one", "two", "three", "four");

  private static Concept concept(String id, String context, String... items) {
    return new Concept(
        id,
        "story",
        "title",
        context,
        null,
        java.util.Arrays.stream(items)
            .map(item -> new Concept.QuizItem(item, null, item + "?", OPTIONS, 2, Map.of()))
            .toList(),
        null,
        null,
        Map.of());
  }

  @Test
  void the_order_depends_on_concept_item_and_draw_alone() {
    ShownQuiz quiz = ShownQuiz.of(concept("c", "a context", "e1", "m1"), 0);

    assertThat(ShownQuiz.of(concept("c", "another context", "h1", "m1", "e1"), 0).items())
        .contains(quiz.items().get(0), quiz.items().get(1));
  }

  @Test
  void the_key_is_where_the_right_option_is_shown() {
    for (int draw = 0; draw < 50; draw++) {
      ShownQuiz quiz = ShownQuiz.of(concept("c", "x", "e1", "m1", "h1"), draw);
      Sheet sheet = quiz.sheet();
      for (int i = 0; i < 3; i++) {
        assertThat(sheet.items().get(i).options().get(quiz.key().get(i))).isEqualTo("three");
        assertThat(sheet.items().get(i).options()).containsExactlyInAnyOrderElementsOf(OPTIONS);
      }
    }
  }

  /**
   * Chi-squared with 3 degrees of freedom exceeds 16.27 once in a thousand (NIST, table 1.3.6.7.4).
   */
  @Test
  void every_position_is_as_likely_for_the_right_option() {
    Map<Integer, Integer> positions = new HashMap<>();
    int rounds = 4000;
    for (int i = 0; i < rounds; i++) {
      positions.merge(
          ShownQuiz.of(concept("c" + i, "x", "e1"), 0).key().getFirst(), 1, Integer::sum);
    }
    double expected = rounds / 4.0;
    double chiSquared =
        positions.values().stream()
            .mapToDouble(n -> (n - expected) * (n - expected) / expected)
            .sum();
    assertThat(chiSquared).isLessThan(16.27);
  }

  @Test
  void halves_share_no_item_and_are_drawn_for_each_concept() {
    String[] items = {"e1", "e2", "m1", "m2", "h1", "h2", "h3"};
    Set<List<ShownQuiz.ShownItem>> selections = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      ShownQuiz quiz = ShownQuiz.of(concept("c", "x", items), 0);
      ShownQuiz selection = quiz.half(ShownQuiz.Half.SELECTION, "c" + i);
      ShownQuiz reported = quiz.half(ShownQuiz.Half.REPORTED, "c" + i);

      assertThat(selection.items()).hasSize(3).doesNotContainAnyElementsOf(reported.items());
      assertThat(reported.items()).hasSize(4);
      assertThat(quiz.half(ShownQuiz.Half.SELECTION, "c" + i)).isEqualTo(selection);
      selections.add(selection.items());
    }
    assertThat(selections).hasSizeGreaterThan(1);
  }

  @Test
  void in_item_mode_each_sheet_has_one_item() {
    ShownQuiz quiz = ShownQuiz.of(concept("c", "x", "e1", "m1", "h1"), 0);

    assertThat(quiz.part(1, 3).sheet().items())
        .hasSize(1)
        .first()
        .matches(i -> i.id().equals("m1"));
    assertThat(quiz.part(0, 1)).isEqualTo(quiz);
  }
}
