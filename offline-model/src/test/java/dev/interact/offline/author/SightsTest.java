package dev.interact.offline.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.offline.Strength;
import dev.interact.offline.text.Chance;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SightsTest {

  private static final String SCENE =
      """
      The image has a white background.
      There are three shapes in the image.
      There are two red circles.
      There is one blue square.
      A medium red circle is in the top left.
      A small red circle is in the top right.
      A large blue square is in the bottom left.
      The medium red circle is to the left of the small red circle.
      The medium red circle is above the blue square.
      The blue square is the shape nearest to the medium red circle.
      The small red circle is to the right of the blue square.
      The small red circle is above the blue square.
      The medium red circle is the shape nearest to the small red circle.
      The medium red circle is the shape nearest to the blue square.""";

  private final List<Idea> ideas = new Sights(SCENE, Strength.FULL, new Chance(1)).ideas().toList();

  @Test
  void every_answer_is_what_is_seen() {
    Map<String, String> answers =
        ideas.stream().collect(Collectors.toMap(Idea::question, Idea::answer, (one, same) -> one));

    assertThat(answers)
        .containsEntry("What colour is the background?", "white")
        .containsEntry("How many shapes are there?", "three")
        .containsEntry("How many red circles are there?", "two")
        .containsEntry("What is in the top right?", "small red circle")
        .containsEntry("Where is the large blue square?", "bottom left")
        .containsEntry("What colour is the shape in the bottom left?", "blue")
        .containsEntry("Which shape is in the bottom left?", "square")
        .containsEntry("What colour is the shape that is nearest to the medium red circle?", "blue")
        .containsEntry("How many more red circles than blue squares are there?", "one")
        .containsEntry(
            "What is to the left of the small red circle and above the blue square?",
            "medium red circle");
  }

  @Test
  void evidence_is_what_the_description_says_and_no_wrong_option_is_right() {
    assertThat(ideas)
        .allSatisfy(
            idea -> {
              assertThat(idea.evidence()).allMatch(SCENE::contains);
              assertThat(idea.rivals().get()).doesNotContain(idea.answer()).doesNotHaveDuplicates();
            });
  }

  @Test
  void an_empty_scene_gives_nothing_to_ask() {
    assertThat(new Sights("", Strength.WEAK, new Chance(1)).ideas()).isEmpty();
  }
}
