package dev.interact.offline.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.offline.Strength;
import dev.interact.offline.text.Chance;
import dev.interact.offline.text.Passage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuizTakerTest {

  private static final Passage STORY =
      Passage.of(
          "The miller sold his mule. The heron knew the name of the spirit."
              + " Nobody asked the daughter.");

  @ParameterizedTest
  @EnumSource
  void what_the_text_says_is_chosen(Strength strength) {
    Item item = item("Who knew the name?", "the miller", "the heron", "the mule");

    assertThat(answer(strength, STORY, 1, item)).isEqualTo('B');
  }

  @Test
  void guesses_are_spread_evenly_over_letters_and_seeds() {
    Map<Character, Long> letters =
        IntStream.range(0, 4000)
            .mapToObj(
                i ->
                    answer(Strength.FULL, Passage.of(""), i % 7, item("q" + i, "w", "x", "y", "z")))
            .collect(Collectors.groupingBy(letter -> letter, Collectors.counting()));

    assertThat(letters).hasSize(4);
    assertThat(letters.values()).allSatisfy(count -> assertThat(count).isBetween(900L, 1100L));
  }

  @Test
  void the_seed_changes_guesses_but_not_what_was_read() {
    Item known = item("Who knew the name?", "the miller", "the heron");
    Item unknown = item("When?", "July", "May");

    assertThat(IntStream.range(0, 30).mapToObj(seed -> answer(Strength.FULL, STORY, seed, known)))
        .containsOnly('B');
    assertThat(IntStream.range(0, 30).mapToObj(seed -> answer(Strength.FULL, STORY, seed, unknown)))
        .contains('A', 'B');
  }

  @Test
  void a_guess_follows_its_option_when_options_are_shuffled() {
    Item item = item("When?", "July", "May");
    Item shuffled = item("When?", "May", "July");

    for (int seed = 0; seed < 20; seed++) {
      assertThat(answer(Strength.FULL, STORY, seed, item))
          .isNotEqualTo(answer(Strength.FULL, STORY, seed, shuffled));
    }
  }

  @Test
  void a_guess_at_a_gap_is_of_the_kind_that_the_question_names() {
    for (int seed = 0; seed < 20; seed++) {
      Item odd = item("Which year belongs in: “Built in ____.”?", "Marden", "mill", "1871", "six");
      Item even = item("Which year was it?", "1871", "1872");

      assertThat(answer(Strength.FULL, Passage.of(""), seed, odd)).isEqualTo('C');
      assertThat(answer(Strength.FULL, Passage.of(""), seed, even)).isIn('A', 'B');
    }
  }

  private static char answer(Strength strength, Passage material, long seed, Item item) {
    return new QuizTaker(strength, material, new Chance(seed))
        .answer(List.of(item))
        .getFirst()
        .option()
        .letter();
  }

  private static Item item(String question, String... options) {
    return new Item(
        1,
        question,
        IntStream.range(0, options.length)
            .mapToObj(i -> new Item.Option((char) ('A' + i), options[i]))
            .toList());
  }
}
