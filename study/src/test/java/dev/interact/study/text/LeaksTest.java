package dev.interact.study.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.study.Concept;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaksTest {
  private static final Concept.QuizItem ITEM =
      new Concept.QuizItem(
          "e1",
          null,
          "Why did she leave?",
          List.of("The mill had burned down in spring", "Her brother sold the old horse", "It"),
          0,
          Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          She left since the mill had burned down in spring.   | 0
          She left because the mills had burned down in spring. | 0
          The mill burned. Down by the river it was spring.    | -1
          Since her brother sold the old horses, she left.     | 1
          In spring, down went the burned mill.                | -1
          It is not said.                                      | -1
          """)
  void an_option_is_found_in_its_words_and_their_order(String answer, int option) {
    assertThat(Leaks.in(answer, List.of(ITEM)))
        .isEqualTo(option < 0 ? List.of() : List.of(new Leaks.Leak("e1", option, option == 0)));
  }

  @Test
  void a_long_option_may_lack_a_word_in_ten() {
    String option = "one two three four five six seven eight nine ten";
    Concept.QuizItem item =
        new Concept.QuizItem("l", null, "?", List.of(option, "none"), 1, Map.of());

    assertThat(Leaks.in(option.replace("six ", ""), List.of(item))).hasSize(1);
    assertThat(Leaks.in(option.replace("six ", "").replace("two ", ""), List.of(item))).isEmpty();
  }
}
