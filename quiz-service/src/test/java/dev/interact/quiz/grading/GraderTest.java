package dev.interact.quiz.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.quiz.AnsweredSheet;
import dev.interact.contracts.quiz.GradedSheet;
import dev.interact.contracts.quiz.Mark;
import dev.interact.contracts.student.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GraderTest {

  private static final List<Sheet.Item> THREE =
      List.of(
          new Sheet.Item("e1", "Who?", List.of("A dog", "Beryl Stone", "The miller", "Nobody")),
          new Sheet.Item("m1", "When?", List.of("1912", "1913", "1914", "1915")),
          new Sheet.Item("h1", "Why?", List.of("Fear", "Hope")));
  private static final List<Sheet.Item> ONE = THREE.subList(0, 1);

  static Stream<Arguments> answers() {
    return Stream.of(
        three("1. B\n2. C\n3. A", 1, 2, 0),
        three("1) b\n2) c\n3) a", 1, 2, 0),
        three("1: B\r\n2: C\r\n3: A\r\n", 1, 2, 0),
        three("Q1: B\nQ2 - C\nQuestion 3. A", 1, 2, 0),
        three("**1.** B\n**2.** C\n**3.** A", 1, 2, 0),
        three("1. **B**\n2. (C)\n3. [A]", 1, 2, 0),
        three("1. B. Beryl Stone\n2. C) 1914\n3. A - Fear", 1, 2, 0),
        three("1. Beryl Stone\n2. 1914\n3. fear.", 1, 2, 0),
        three("1. B, 2. C, 3. A", 1, 2, 0),
        three("1. B; 2. C; 3. A", 1, 2, 0),
        three("Here are my answers:\n\n1. B\n2. C\n3. A\n\nI hope this helps.", 1, 2, 0),
        three("1. The answer is B\n2. Answer: C\n3. Option A", 1, 2, 0),
        three("<think>1. C maybe, 2. D</think>\n1. B\n2. C\n3. A", 1, 2, 0),
        three("B\nC\nA", 1, 2, 0),
        three("{\"1\": \"B\", \"2\": \"C\", \"3\": \"A\"}", 1, 2, 0),
        three("```json\n{\"answers\": [\"B\", \"C\", \"A\"]}\n```", 1, 2, 0),
        three(
            "[{\"question\": 1, \"answer\": \"B\"}, {\"question\": 2, \"answer\": \"C\"}, {\"question\": 3, \"answer\": \"A\"}]",
            1,
            2,
            0),
        three("{\"1\": \"B. Beryl Stone\", \"3\": \"A. Fear\"}", 1, null, 0),
        three("{}", null, null, null),
        three("3. A\n1. B\n2. C", 1, 2, 0),
        three("1. B\n1. B\n2. C\n3. A", 1, 2, 0),
        // A text that begins with a letter of the alphabet is a text.
        three("1. A dog\n2. C\n3. A", 0, 2, 0),
        // What is unclear is not read.
        three("1. B\n3. A", 1, null, 0),
        three("1. B\n1. C\n2. C\n3. A", null, 2, 0),
        three("1. B. The miller\n2. C\n3. A", null, 2, 0),
        three("1. B or C\n2. C\n3. A", null, 2, 0),
        three("1. B\n2. C\n3. C", 1, 2, null),
        three("1. B\n2. E\n3. A", 1, null, 0),
        three("0. B\n1. C\n2. A", null, null, null),
        three("2. B\n3. A\n4. A", null, null, null),
        three("BCA", null, null, null),
        three("B C A", null, null, null),
        three("B\nC", null, null, null),
        three("I cannot answer without the text.", null, null, null),
        three("", null, null, null),
        three("1.\n2.\n3.", null, null, null),
        three("{\"1\": \"B\"", null, null, null),
        three("A dog is what I think of first, but who knows.", null, null, null),
        three("1. \u001b[31mB\u001b[0m\n2. C\n3. A", null, 2, 0),
        one("B", 1),
        one("(b)", 1),
        one("B.", 1),
        one("**B**", 1),
        one("1. B", 1),
        one("Beryl Stone", 1),
        one("Answer: B", 1),
        one("The correct answer is **B**.", 1),
        one("Let me think.\nIt cannot be the dog.\nThe answer is B", 1),
        one("Answer: B\nAnswer: C", null),
        one("A dog barked at Beryl.", null),
        one("I do not know.", null),
        one("Z", null));
  }

  private static Arguments three(String text, Integer... choices) {
    return Arguments.of(THREE, text, Arrays.asList(choices));
  }

  private static Arguments one(String text, Integer choice) {
    return Arguments.of(ONE, text, Arrays.asList(new Integer[] {choice}));
  }

  private static GradedSheet grade(List<Sheet.Item> items, List<Integer> key, String text) {
    return Grader.grade(new AnsweredSheet("call", new Sheet(items), key, text));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void a_choice_is_read_where_it_is_clear_and_only_there(
      List<Sheet.Item> items, String text, List<Integer> choices) {
    GradedSheet graded = grade(items, items.stream().map(item -> 0).toList(), text);

    assertThat(graded.marks().stream().map(Mark::choice)).containsExactlyElementsOf(choices);
  }

  @Test
  void marks_compare_choices_with_the_key() {
    GradedSheet graded = grade(THREE, List.of(1, 0, 0), "1. B\n2. C\n3. ?");

    assertThat(graded.marks())
        .containsExactly(
            new Mark("e1", 1, true), new Mark("m1", 2, false), new Mark("h1", null, false));
  }

  @Test
  void the_format_error_names_the_questions_and_shows_the_form() {
    assertThat(grade(THREE, List.of(1, 2, 0), "1. B").formatError())
        .isEqualTo(
            "no answer could be read for question 2, 3; write one line for each question,"
                + " its number and one letter, such as \"2. A\"");
    assertThat(grade(THREE, List.of(1, 2, 0), "1. B\n2. C\n3. A").formatError()).isNull();
  }

  @Test
  void any_sheet_filled_in_as_asked_is_read_back() {
    Random random = new Random(20241216);
    for (int round = 0; round < 500; round++) {
      List<Sheet.Item> items = items(random);
      List<Integer> chosen =
          items.stream().map(item -> random.nextInt(item.options().size())).toList();
      String text =
          IntStream.range(0, items.size())
              .mapToObj(i -> (i + 1) + ". " + (char) ('A' + chosen.get(i)))
              .collect(Collectors.joining("\n"));

      assertThat(AnswerText.choices(text, items)).isEqualTo(chosen);
    }
  }

  @Test
  void no_text_whatever_breaks_the_grader() {
    Random random = new Random(7);
    String alphabet = "ABCDabcd123.):-*\n \t\"'{}[],;<think></think>\u0000\uD800é漢";
    for (int round = 0; round < 5_000; round++) {
      String text =
          random
              .ints(random.nextInt(80), 0, alphabet.length())
              .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
              .collect(Collectors.joining());

      assertThat(grade(THREE, List.of(0, 0, 0), text).marks()).as(text).hasSize(3);
    }
  }

  @Test
  void a_model_that_repeats_itself_for_ever_is_graded_in_time() {
    List<String> loops =
        List.of(
            "1. A" + " .".repeat(200_000),
            "answer ".repeat(50_000),
            "1. ".repeat(100_000),
            "<think>".repeat(50_000),
            "*_".repeat(100_000),
            "1. B or ".repeat(50_000));
    for (String text : loops) {
      assertThat(grade(THREE, List.of(0, 0, 0), text).marks()).hasSize(3);
    }
  }

  private static List<Sheet.Item> items(Random random) {
    List<Sheet.Item> items = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(25); i++) {
      int options = 2 + random.nextInt(9);
      items.add(
          new Sheet.Item(
              "i" + i,
              "?",
              IntStream.range(0, options).mapToObj(o -> "option number " + o).toList()));
    }
    return items;
  }
}
