package dev.interact.preparation.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interact.contracts.Json;
import dev.interact.study.Budget;
import dev.interact.study.QuizMode;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeFilesTest {
  private static final String FILE = "recipes/x.yaml";
  private static final String FULL =
      """
      name: my-set
      material: [texts, more.jsonl]
      author: a
      lessons: [l, m]
      items: {easy: 2, medium: 1, hard: 0}
      options: 5
      quiz: item
      re_asks: 1
      rounds: 2
      gates:
        closed_book: {models: [s, t], tries: 4, drop_from: 2}
        with_context: {models: [], tries: 3, keep_from: 1}
        judge: none
      temperature: {author: 1, lesson: 0.1, judge: 0.2, quiz: 0.3}
      max_tokens: {author: 1, lesson: 2, judge: 3, sheet: 4}
      prompts: own
      fresh: true
      budget: {usd: 1.5, calls: 100}
      """;

  private static String sentences(String yaml) {
    return catchThrowableOfType(InvalidInput.class, () -> RecipeFiles.read(yaml, FILE))
        .getMessage();
  }

  @Test
  void what_a_file_leaves_out_takes_its_default() {
    Recipe recipe = RecipeFiles.read("name: x\nauthor: a\n", FILE);

    assertThat(recipe).isEqualTo(Recipe.of("x", "a"));
    assertThat(recipe)
        .isEqualTo(
            new Recipe(
                "x",
                List.of(),
                "a",
                List.of(),
                new Recipe.Items(3, 3, 3),
                4,
                QuizMode.SHEET,
                3,
                4,
                new Recipe.Gates(
                    new Recipe.ClosedBook(List.of("a"), 3, 3),
                    new Recipe.WithContext(List.of("a"), 2, 2),
                    "a"),
                new Recipe.Temperature(0.7, 0.0, 0.0, 0.0),
                new Recipe.MaxTokens(4000, 1500, 2000, 200),
                null,
                false,
                null));
  }

  @Test
  void every_field_is_read() {
    assertThat(RecipeFiles.read(FULL, FILE))
        .isEqualTo(
            new Recipe(
                "my-set",
                List.of("texts", "more.jsonl"),
                "a",
                List.of("l", "m"),
                new Recipe.Items(2, 1, 0),
                5,
                QuizMode.ITEM,
                1,
                2,
                new Recipe.Gates(
                    new Recipe.ClosedBook(List.of("s", "t"), 4, 2),
                    new Recipe.WithContext(List.of(), 3, 1),
                    "none"),
                new Recipe.Temperature(1.0, 0.1, 0.2, 0.3),
                new Recipe.MaxTokens(1, 2, 3, 4),
                "own",
                true,
                new Budget(1.5, null, 100L)));
  }

  @Test
  void drops_and_keeps_default_to_all_tries() {
    Recipe recipe =
        RecipeFiles.read(
            "name: x\nauthor: a\ngates: {closed_book: {tries: 5}, with_context: {tries: 4}}", FILE);

    assertThat(recipe.gates().closedBook().dropFrom()).isEqualTo(5);
    assertThat(recipe.gates().withContext().keepFrom()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          autor: b                              | line 3, autor: is not a known field; did you mean 'author'?
          gates: {closed-book: {tries: 1}}      | line 3, gates.closed-book: is not a known field; did you mean 'closed_book'?
          items: {simple: 1}                    | line 3, items.simple: is not a known field; known are easy, medium, hard.
          items: {easy: 0, medium: 0, hard: 0}  | line 3, items: must be at least one, of whatever level; found none.
          items: {easy: -1}                     | line 3, items.easy: must be at least 0; found -1.
          items: 9                              | line 3, items: must be a mapping, as {name: value}; found 9.
          options: 1                            | line 3, options: must be at least 2; found 1.
          options: 11                           | line 3, options: must be at most 10; found 11.
          rounds: 0                             | line 3, rounds: must be at least 1; found 0.
          re_asks: x                            | line 3, re_asks: must be a whole number; found 'x'.
          quiz: sheets                          | line 3, quiz: must be one of sheet, item; found 'sheets'.
          lessons: [a, a]                       | line 3, lessons[1]: is listed before: a.
          gates: {closed_book: {tries: 0}}      | line 3, gates.closed_book.tries: must be at least 1; found 0.
          gates: {closed_book: {drop_from: 4}}  | line 3, gates.closed_book.drop_from: must be at most the gate's tries, 3; found 4.
          gates: {with_context: {keep_from: 3}} | line 3, gates.with_context.keep_from: must be at most the gate's tries, 2; found 3.
          temperature: {quiz: 2.5}              | line 3, temperature.quiz: must be at most 2; found 2.5.
          max_tokens: {author: 0}               | line 3, max_tokens.author: must be at least 1; found 0.
          """)
  void a_wrong_field_is_told_with_its_line(String line, String sentence) {
    assertThat(sentences("name: x\nauthor: a\n" + line)).isEqualTo(FILE + ", " + sentence);
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    assertThat(sentences("name: X y\noptions: 99\n").lines())
        .containsExactly(
            FILE + ", author: is missing.",
            FILE
                + ", line 1, name: must be lower-case letters, digits and hyphens, such as my-set-2; found 'X y'.",
            FILE + ", line 2, options: must be at most 10; found 99.");
    assertThat(
            sentences(
                    """
                    name: x
                    author: none
                    items: {easy: 0, medium: 0, hard: 0}
                    gates:
                      with_context:
                        keep_from: 3
                      closed_book:
                        drop_from: 9
                    """)
                .lines())
        .extracting(line -> line.replaceAll(".*(line \\d+, [^:]+):.*", "$1"))
        .containsExactly(
            "line 2, author",
            "line 3, items",
            "line 6, gates.with_context.keep_from",
            "line 8, gates.closed_book.drop_from");
  }

  @Test
  void a_recipe_survives_being_sent_and_is_checked_again() {
    Recipe sent = RecipeFiles.read(FULL, FILE);
    Recipe received = Json.read(Json.write(sent), Recipe.class);

    assertThat(received).isEqualTo(sent);
    assertThat(RecipeFiles.problems(received)).isEmpty();
    assertThat(RecipeFiles.problems(Recipe.of("x", "a"))).isEmpty();
  }

  @Test
  void what_someone_sends_is_not_trusted() {
    String forged =
        """
        {"name": "../x", "items": {"easy": 0, "medium": 0, "hard": 0}, "options": 1, "rounds": 99,
         "gates": {"closed_book": {"models": ["a", "a"], "tries": 2, "drop_from": 3}}}""";
    Recipe recipe = Json.read(forged.getBytes(StandardCharsets.UTF_8), Recipe.class);

    assertThat(RecipeFiles.problems(recipe))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "name",
            "author",
            "options",
            "rounds",
            "items",
            "gates.closed_book.models[1]",
            "gates.closed_book.drop_from");
  }
}
