package dev.interact.offline.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Write a quiz of 9 multiple-choice item(s): 4 of level easy, 5 of level hard. | easy 4, hard 5            | 4
          three easy, two medium and one hard question with 5 options each             | easy 3, medium 2, hard 1  | 5
          {"easy": 2, "medium": 1} questions, three distractors each                   | easy 2, medium 1          | 4
          Create a 4-question test (A-E). All of them hard.                            | hard 4                    | 5
          Make a multiple-choice question.                                             | easy 1                    | 4
          Write a quiz with 3-option items.                                            | easy 2, medium 2, hard 1  | 3
          Give me 7 MCQs of medium or hard difficulty.                                 | medium 4, hard 3          | 4
          Generate ten questions. Each has one right answer and two wrong ones.        | easy 4, medium 3, hard 3  | 3
          Hard: 12 items. Easy: 3 items. four possible answers                         | easy 3, hard 12           | 4
          A quiz of 4000 items with 99 options                                         | easy 2, medium 2, hard 1  | 10
          """)
  void levels_numbers_and_options_are_read(String request, String wanted, int options) {
    Order order = OrderReader.read(request, List.of());

    assertThat(
            order.wanted().stream()
                .map(of -> of.level().word() + " " + of.number())
                .collect(Collectors.joining(", ")))
        .isEqualTo(wanted);
    assertThat(order.options()).isEqualTo(options);
  }

  @Test
  void what_exists_is_found_in_lists_and_in_replies() {
    String request =
        """
        Write 3 questions.
        - Four options each
        - No trick questions

        Do not repeat these questions:

        1. Who rang the bell?
        2) Why did it ring?

        Rejected before:
        * What is the bell made of?""";

    assertThat(
            OrderReader.read(
                    request,
                    List.of("{\"items\": [{\"question\": \"Is it \\\"it\\\"?\"}]}", "Sure."))
                .avoided())
        .containsExactly(
            "Who rang the bell?",
            "Why did it ring?",
            "What is the bell made of?",
            "Is it \\\"it\\\"?");
  }
}
