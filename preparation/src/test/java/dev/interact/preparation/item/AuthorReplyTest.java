package dev.interact.preparation.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.study.Concept.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorReplyTest {
  private static final String ONE =
      """
      {"level": "easy", "question": "Which?", "options": ["north", "south"], "answer": 1, \
      "evidence": ["It lay south."]}""";
  private static final String TWO = ONE.replace("Which?", "Where?");
  private static final Draft DRAFT = draft(1, "Which?");

  private static Draft draft(int number, String question) {
    return new Draft(
        number, Level.EASY, question, List.of("north", "south"), 1, List.of("It lay south."));
  }

  /** Replies that hold both items. */
  static final List<String> FORMS =
      List.of(
          "{\"items\": [%s, %s]}",
          "[%s, %s]",
          "```json\n{\"items\": [%s, %s]}\n```",
          "Here are {two} items:\n\n```\n[%s, %s]\n```\nI hope that they {help}!",
          "{\"items\": [%s, %s,],}",
          "{\"quiz\": {\"items\": [%s, %s]}}",
          "{items: [%s, /* and */ %s]}",
          "{\"items\": {\"1\": %s, \"2\": %s}}",
          "%s\n%s\n",
          "{\"items\": [%s, %s, {\"level\": \"easy\", \"question\": \"Who",
          "{\"items\": [%s, 7, null, \"?\", %s",
          "<think>Say {\"items\": [{\"question\": \"Why?\"}]}</think>{\"items\": [%s, %s]}");

  @ParameterizedTest
  @FieldSource("FORMS")
  void items_are_found_wherever_they_stand(String form) {
    assertThat(AuthorReply.read(form.formatted(ONE, TWO)))
        .containsExactly(DRAFT, draft(2, "Where?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"north\", \"south\"]",
        "[\"A) north\", \"B) south\"]",
        "[\"(a) north\", \"(b) south\"]",
        "[\"A. north\", \"B. south\"]",
        "{\"A\": \"north\", \"B\": \"south\"}",
        "[{\"A\": \"north\"}, {\"B\": \"south\"}]",
        "[{\"letter\": \"A\", \"text\": \"north\"}, {\"letter\": \"B\", \"text\": \"south\"}]",
      })
  void options_may_be_a_list_or_an_object(String options) {
    assertThat(AuthorReply.read(ONE.replace("[\"north\", \"south\"]", options)))
        .containsExactly(DRAFT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1.0",
        "[1]",
        "\"1\"",
        "\"B\"",
        "\"b\"",
        "\"B)\"",
        "\"(B)\"",
        "\"B. south\"",
        "\"Option B\"",
        "\"south\"",
        "\"South.\"",
        "[\"south\"]"
      })
  void the_right_option_may_be_told_in_several_ways(String answer) {
    assertThat(AuthorReply.read(ONE.replace("\"answer\": 1", "\"answer\": " + answer)))
        .containsExactly(DRAFT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          ["2", "1", "4", "3"]        | "1" | 1
          ["2", "1", "4", "3"]        | 1   | 1
          ["2", "1", "4", "3"]        | "0" | 0
          {"1": "x", "2": "y"}        | "1" | 0
          {"right": "x", "left": "y"} | "left" | 1
          ["B", "A"]                  | "A" | 1
          ["same", "same"]            | "B" | 1
          """)
  void a_text_that_is_an_option_means_that_option(String options, String answer, int position) {
    String item = "{\"question\": \"?\", \"options\": %s, \"answer\": %s}";

    assertThat(AuthorReply.read(item.formatted(options, answer)).getFirst().answer())
        .isEqualTo(position);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "true", "1.5", "\"\"", "\"neither\"", "[0, 1]", "{}", "1e99", "[]", "NaN"})
  void an_answer_that_is_not_clear_is_none(String answer) {
    assertThat(AuthorReply.read(ONE.replace("\"answer\": 1", "\"answer\": " + answer)))
        .singleElement()
        .extracting(Draft::answer)
        .isNull();
  }

  @Test
  void evidence_may_be_a_text_and_blanks_count_for_nothing() {
    String evidence = "[\"It lay south.\"]";

    assertThat(AuthorReply.read(ONE.replace(evidence, "\"It lay south.\""))).containsExactly(DRAFT);
    assertThat(AuthorReply.read(ONE.replace(evidence, "[\"\", \"It lay south.\", null, 7.5]")))
        .extracting(Draft::evidence)
        .containsExactly(List.of("It lay south.", "7.5"));
  }

  @Test
  void an_item_of_nothing_but_a_question_is_read_as_such() {
    assertThat(AuthorReply.read("{\"question\": null, \"level\": \"HARD\", \"options\": 7}"))
        .containsExactly(new Draft(1, Level.HARD, "", List.of(), null, List.of()));
  }

  @Test
  void what_is_no_text_is_marked() {
    String odd = ONE.replace("Which?", "Wh\\u0000ich\\ud83d?\\u001b");

    assertThat(AuthorReply.read(odd).getFirst().question()).isEqualTo("Wh\uFFFDich\uFFFD?\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "I cannot help with that.",
        "null",
        "[]",
        "{}",
        "{\"items\": []}",
        "[[]]",
        "{\"items\": null}",
        "{\"items\": \"none\"}",
        "<html><body>{502}</body></html>",
        "{\"items\": [{\"level\": \"easy\", \"quest",
        "\u0000\uFFFF",
        "\uD83D",
        "{",
        "}{",
        "\"{\""
      })
  void what_holds_no_item_has_none(String reply) {
    assertThat(AuthorReply.read(reply)).isEmpty();
  }

  @Test
  void huge_and_deep_replies_are_read() {
    List<String> replies =
        List.of(
            "{".repeat(300_000),
            "[".repeat(300_000),
            "{\"a\":".repeat(100_000),
            "{\"question\":".repeat(100_000),
            "{\"a\":\"" + "{".repeat(300_000),
            "word ".repeat(200_000),
            "{\"question\": \"" + "long ".repeat(200_000));

    assertThat(replies).allSatisfy(text -> assertThat(AuthorReply.read(text)).isEmpty());
  }

  @Test
  void no_more_than_a_hundred_items_are_looked_at() {
    assertThat(AuthorReply.read("[" + (ONE + ",").repeat(150) + "]")).hasSize(100);
  }

  @Test
  void garbage_holds_no_item() {
    List<String> garbage = Garbage.texts();

    assertThat(garbage)
        .hasSizeGreaterThan(300)
        .allSatisfy(text -> assertThat(AuthorReply.read(text)).isEmpty());
  }
}
