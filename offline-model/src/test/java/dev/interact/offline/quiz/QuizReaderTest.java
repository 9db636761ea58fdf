package dev.interact.offline.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuizReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. Who?\nA. one\nB. two\nC. three\n\n2. Why?\nA. x\nB. y",
        "1) Who?\n  a) one\n  b) two\n  c) three\n2) Why?\n  a) x\n  b) y",
        "Q1: Who?\n(A) one\n(B) two\n(C) three\nQ2: Why?\n(A) x\n(B) y",
        "Question 1\nWho?\n\nA: one\nB: two\nC: three\n\nQuestion 2\nWhy?\n\nA: x\nB: y",
        "### Question 1 (easy): Who?\n- A. one\n- B. two\n- C. three\n\n**Question 2:** Why?\n- A. x\n- B. y",
        "[1] Who?\nA) one B) two C) three\n[2] Why? A) x B) y",
        "Rules:\n1. Use letters.\n2. Guess.\n\n1. Who?\n**A.** one\n**B.** two\n**C.** three\n2. Why?\n**A.** x\n**B.** y\n\nGo!",
      })
  void items_are_found_however_they_are_written(String message) {
    Quiz quiz = QuizReader.read(message);

    assertThat(quiz.items()).extracting(Item::question).containsExactly("Who?", "Why?");
    assertThat(quiz.items()).extracting(Item::number).containsExactly(1, 2);
    assertThat(quiz.items().getFirst().options())
        .containsExactly(
            new Item.Option('A', "one"),
            new Item.Option('B', "two"),
            new Item.Option('C', "three"));
  }

  @Test
  void a_single_item_needs_no_number_and_wrapped_lines_are_joined() {
    Quiz quiz =
        QuizReader.read(
            "The cat slept.\nPick one letter.\nWho slept on the\nwarm stove?\nA) the cat of\nthe miller\nB) the dog");

    assertThat(quiz.items())
        .containsExactly(
            new Item(
                1,
                "Who slept on the warm stove?",
                List.of(
                    new Item.Option('A', "the cat of the miller"),
                    new Item.Option('B', "the dog"))));
    assertThat(quiz.rest()).isEqualTo("The cat slept.\nPick one letter.");
  }

  @Test
  void what_stands_around_the_items_is_kept() {
    Quiz quiz = QuizReader.read("An answer.\n\nInstructions.\n\n3. Who?\nA. x\nB. y\n\nThank you.");

    assertThat(quiz.items().getFirst().number()).isEqualTo(3);
    assertThat(quiz.rest().split("\n+"))
        .containsExactly("An answer.", "Instructions.", "Thank you.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Who are you?",
        "1. First do this.\n2. Then do that.",
        "Plan A. was bad.\nA. Smith wrote it.",
        "What happens?\nA. only one option"
      })
  void other_messages_hold_no_quiz(String message) {
    assertThat(QuizReader.read(message).isEmpty()).isTrue();
  }

  @Test
  void ten_options_are_read() {
    StringBuilder message = new StringBuilder("7. Which?\n");
    for (char letter = 'A'; letter <= 'J'; letter++) {
      message.append(letter).append(") option\n");
    }

    assertThat(QuizReader.read(message.toString()).items().getFirst().options()).hasSize(10);
  }
}
