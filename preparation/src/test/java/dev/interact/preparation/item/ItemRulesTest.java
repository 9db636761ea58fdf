package dev.interact.preparation.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.study.Concept.Level;
import dev.interact.study.Concept.QuizItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemRulesTest {
  private static final String CONTEXT =
      """
      “The keeper’s lamp”, they said, was lit at dusk — never before.
      Ada Brand sailed to Norway in 1911… She took four dogs with her.
      The harbour froze. The harbour froze again.
      """;
  private static final List<String> OPTIONS = List.of("Norway", "Sweden", "Iceland", "Denmark");
  private static final List<String> EVIDENCE = List.of("Ada Brand sailed to Norway in 1911");
  private static final List<String> TWO_PLACES =
      List.of("Ada Brand sailed to Norway", "She took four dogs");
  private static final String QUESTION = "Where did Ada Brand go by ship?";
  private static final ItemRules RULES = new ItemRules(4, CONTEXT);

  private static Draft draft(Level level, String question, List<String> options, Integer answer) {
    return new Draft(1, level, question, options, answer, EVIDENCE);
  }

  private static Draft withOptions(String... options) {
    return draft(Level.EASY, QUESTION, List.of(options), 0);
  }

  private static Draft withEvidence(Level level, String... evidence) {
    return new Draft(1, level, QUESTION, OPTIONS, 0, List.of(evidence));
  }

  private static Draft asking(String question) {
    return draft(Level.EASY, question, OPTIONS, 0);
  }

  private static List<String> broken(Draft draft) {
    return RULES.broken(draft, new Asked());
  }

  @Test
  void a_good_item_breaks_no_rule() {
    assertThat(broken(asking(QUESTION))).isEmpty();
    assertThat(broken(new Draft(1, Level.MEDIUM, QUESTION, OPTIONS, 0, TWO_PLACES))).isEmpty();
    assertThat(broken(draft(Level.HARD, QUESTION, OPTIONS, 3))).isEmpty();
  }

  @Test
  void an_item_has_a_level_and_a_question_of_text() {
    assertThat(broken(draft(null, QUESTION, OPTIONS, 0)))
        .containsExactly("its level must be easy, medium or hard.");
    assertThat(broken(asking(""))).containsExactly("the question is missing.");
    assertThat(broken(asking("x".repeat(1_001))))
        .containsExactly("the question is longer than 1000 characters.");
    assertThat(broken(asking("Where\uFFFD?")))
        .containsExactly("it holds characters that are no text.");
    assertThat(broken(withOptions("Norway", "Sweden", "Ice\uFFFDland", "Denmark")))
        .containsExactly("it holds characters that are no text.");
  }

  @Test
  void an_item_has_exactly_the_options_asked_for() {
    assertThat(broken(withOptions("Norway", "Sweden", "Iceland")))
        .containsExactly("it has 3 options; exactly 4 are needed.");
    assertThat(broken(withOptions())).contains("it has 0 options; exactly 4 are needed.");
    assertThat(broken(withOptions("Norway", "Sweden", "Iceland", "Denmark", "Finland")))
        .containsExactly("it has 5 options; exactly 4 are needed.");
    assertThat(broken(withOptions("Norway", "Sweden", " ", "Denmark")))
        .containsExactly("an option is empty.");
    assertThat(broken(withOptions("Norway", "Sweden", "x".repeat(501), "Denmark")))
        .containsExactly("an option is longer than 500 characters.");
  }

  @Test
  void the_right_option_is_one_of_them() {
    String sentence = "answer must be the index of the right option, 0 to 3.";

    assertThat(broken(draft(Level.EASY, QUESTION, OPTIONS, null))).containsExactly(sentence);
    assertThat(broken(draft(Level.EASY, QUESTION, OPTIONS, -1))).containsExactly(sentence);
    assertThat(broken(draft(Level.EASY, QUESTION, OPTIONS, 4))).containsExactly(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Norway  | norway.  | Iceland | A and B
          Norway  | Sweden   | Sweden! | B and C
          The sea | the  sea | Iceland | A and B
          1,5     | Sweden   | 1.5     | A and C
          """)
  void options_differ_beyond_case_space_and_punctuation(
      String one, String two, String three, String which) {
    assertThat(broken(withOptions(one, two, three, "Denmark")))
        .containsExactly(
            "options %s are the same but for case, spaces and punctuation.".formatted(which));
  }

  @Test
  void options_of_signs_alone_differ_by_their_signs() {
    assertThat(broken(withOptions("+", "-", "?", "!"))).isEmpty();
    assertThat(broken(withOptions("-5", "5", "$5", "5^2"))).isEmpty();
  }

  @Test
  void no_option_refers_to_others() {
    assertThat(broken(withOptions("Norway", "Sweden", "Both A and B", "None of the above")))
        .containsExactly("option C refers to other options.", "option D refers to other options.");
  }

  @Test
  void no_option_stands_out_by_its_length() {
    String twentyFive = "to the coast of the north";

    assertThat(
            broken(
                withOptions(
                    twentyFive + " and on to Norway at last",
                    "Sweden it was",
                    "Iceland it was",
                    "Denmark it was")))
        .containsExactly("option A stands out by its length.");
    assertThat(
            broken(withOptions("Norway", twentyFive + "s", twentyFive + " a", twentyFive + " b")))
        .as("26 and 27 are 20 more than 6, and more than twice as many")
        .containsExactly("option A stands out by its length.");
    assertThat(
            broken(withOptions("Norway!", twentyFive + "s", twentyFive + " a", twentyFive + " b")))
        .as("26 is less than 20 more than 7")
        .isEmpty();
    assertThat(broken(withOptions("No", "Yes, at once", "Later", "In 1911")))
        .as("all short")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who went to Norway?                             | true
          Was it 'NORWAY', where she went?                | true
          Did she go to Norway or to Sweden?              | false
          Which of the Norwayian coasts did she see?      | false
          """)
  void the_question_does_not_hold_its_answer(String question, boolean holds) {
    assertThat(broken(asking(question)).contains("the right option stands in the question."))
        .isEqualTo(holds);
  }

  @Test
  void a_single_digit_may_stand_in_the_question() {
    assertThat(
            broken(
                draft(Level.EASY, "How many dogs came in part 4?", List.of("4", "5", "6", "7"), 0)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          "The keeper's lamp", they said         | true
          was lit at dusk - never before.        | true
          was lit at dusk--never before          | true
          Ada  Brand sailed to Norway in 1911... | true
          “She took four dogs with her.”         | true
          …took four dogs…                       | true
          never before. Ada Brand sailed         | true
          ada brand sailed                       | false
          She took five dogs with her.           | false
          The keeper lamp                        | false
          Ada Brand … took four dogs             | false
          """)
  void evidence_is_quoted_word_for_word(String quote, boolean stands) {
    assertThat(broken(withEvidence(Level.EASY, quote)))
        .isEqualTo(
            stands
                ? List.of()
                : List.of("evidence 1 does not stand word for word in the material."));
  }

  @Test
  void there_is_evidence_and_no_more_than_material() {
    assertThat(broken(withEvidence(Level.EASY))).containsExactly("it has no evidence.");
    assertThat(broken(withEvidence(Level.EASY, "…", "\"\"")))
        .containsExactly("it has no evidence.");
    assertThat(broken(withEvidence(Level.EASY, CONTEXT, "Ada Brand")))
        .containsExactly("its evidence is longer than the material.");
    assertThat(broken(withEvidence(Level.EASY, "Ada Brand", "not there", "nor this")))
        .containsExactly(
            "evidence 2 does not stand word for word in the material.",
            "evidence 3 does not stand word for word in the material.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ada Brand sailed   | She took four dogs      | true
          She took four dogs | Ada Brand sailed        | true
          Ada Brand sailed   | Ada Brand sailed        | false
          Ada Brand sailed   | Brand sailed            | false
          Ada Brand sailed   | sailed to Norway        | false
          The harbour froze. | harbour froze           | true
          """)
  void a_medium_item_links_two_places(String one, String other, boolean apart) {
    assertThat(broken(withEvidence(Level.MEDIUM, one, other)))
        .isEqualTo(
            apart
                ? List.of()
                : List.of("its evidence is from one place; a medium item links two."));
    assertThat(broken(withEvidence(Level.EASY, one, other))).isEmpty();
    assertThat(broken(withEvidence(Level.HARD, one, other))).isEmpty();
  }

  @Test
  void evidence_on_an_image_is_only_there() {
    ItemRules rules = new ItemRules(4, null);

    assertThat(rules.broken(withEvidence(Level.MEDIUM, "a red barn"), new Asked())).isEmpty();
    assertThat(rules.broken(withEvidence(Level.MEDIUM), new Asked()))
        .containsExactly("it has no evidence.");
    assertThat(rules.broken(withEvidence(Level.EASY, "x".repeat(2_001)), new Asked()))
        .containsExactly("its evidence is longer than 2000 characters.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Where did Ada Brand go by ship?                | Norway | true
          where did ADA BRAND go, by ship                | Sweden | true
          To where did Ada Brand go by ships?            | Norway | true
          To where did Ada Brand go by ships?            | Sweden | false
          To which country did Ada Brand travel by ship? | Norway | false
          """)
  void no_item_is_asked_twice(String question, String key, boolean same) {
    QuizItem other = new QuizItem("r0-1", Level.EASY, question, List.of("Peru", key), 1, Map.of());
    Asked asked = new Asked();
    asked.add(other);

    assertThat(RULES.broken(asking(QUESTION), asked))
        .isEqualTo(same ? List.of("it asks the same as another item.") : List.of());
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    assertThat(broken(new Draft(1, null, "", List.of("x"), null, List.of()))).hasSize(4);
    assertThat(
            broken(
                new Draft(
                    1,
                    Level.EASY,
                    "Did she see Norway?",
                    List.of("Norway", "peru", "All of these", "Peru"),
                    0,
                    List.of())))
        .hasSize(4);
  }
}
