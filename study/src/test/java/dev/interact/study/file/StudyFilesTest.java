package dev.interact.study.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interact.study.Condition;
import dev.interact.study.Draws;
import dev.interact.study.QuizMode;
import dev.interact.study.StudyFile;
import dev.interact.study.Style;
import dev.interact.study.fork.Fork;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.fork.Framing;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.strategy.AskOrStop;
import dev.interact.study.strategy.Asking;
import dev.interact.study.strategy.Plain;
import dev.interact.study.strategy.Visual;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyFilesTest {
  private static final String FILE = "studies/x.yaml";
  private static final String MINIMAL =
      """
      name: x
      concepts: [data/*.jsonl]
      conditions: [closed-book]
      students: [a]
      """;

  private static String sentences(String yaml) {
    return catchThrowableOfType(InvalidInput.class, () -> StudyFiles.read(yaml, FILE)).getMessage();
  }

  @Test
  void what_a_file_leaves_out_takes_its_default() {
    assertThat(StudyFiles.read(MINIMAL, FILE))
        .isEqualTo(
            new StudyFile(
                "x",
                List.of("data/*.jsonl"),
                List.of(Condition.CLOSED_BOOK),
                5,
                List.of(1L),
                List.of("a"),
                List.of(),
                List.of(),
                new StudyFile.Quiz(List.of(QuizMode.SHEET)),
                new StudyFile.Temperature(1.0, 0.0, 0.0),
                new StudyFile.MaxTokens(200, 800, 1500, 200),
                List.of(new Plain()),
                List.of(Style.FULL),
                new Asking(3, 2),
                List.of(),
                new Draws(null, 1, 1, 1),
                0.0,
                Map.of(),
                null,
                null,
                null,
                false,
                null));
  }

  @Test
  void every_field_is_read() {
    StudyFile study =
        StudyFiles.read(
            """
            name: all-fields-2
            concepts: [a.jsonl, b/**/*.jsonl]
            conditions: [dynamic, dynamic-with-lesson]
            turns: 3
            seeds: [7, -9]
            students: [s, r]
            teachers: [t]
            lesson_authors: [l]
            quiz: {mode: item}
            temperature: {dialogue: 0.5, quiz: 2}
            max_tokens: {question: 1, answer: 2, lesson: 3, sheet: 4}
            strategies: [ask-or-stop, visual]
            styles: [no-answer, retrieval]
            asking: {min_turns: 0}
            draws: {option_order: 4, sheet: 2}
            retest: 0.25
            overrides: {l: {temperature: {lesson: 1}, max_tokens: {lesson: 9}}}
            forks:
              - kind: prefix-swap
                from: [s]
                students: [r]
                at: [1, 3]
              - {kind: self-borrowed, framing: [observed]}
              - {kind: fixed-questions, questions: ["Who?", "Why?"]}
            sample: {per_domain: 5}
            prompts: prompts/mine
            fresh: true
            """,
            FILE);

    assertThat(study.seeds()).containsExactly(7L, -9L);
    assertThat(study.lessonAuthors()).containsExactly("l");
    assertThat(study.quiz().modes()).containsExactly(QuizMode.ITEM);
    assertThat(study.strategies()).containsExactly(new AskOrStop(), new Visual());
    assertThat(study.styles()).containsExactly(Style.NO_ANSWER, Style.RETRIEVAL);
    assertThat(study.asking()).isEqualTo(new Asking(3, 0));
    assertThat(study.draws()).isEqualTo(new Draws(null, 1, 4, 2));
    assertThat(study.retest()).isEqualTo(0.25);
    assertThat(study.temperatureOf("l")).isEqualTo(new StudyFile.Temperature(0.5, 1.0, 2.0));
    assertThat(study.temperatureOf("t")).isEqualTo(study.temperature());
    assertThat(study.temperatureOf(null)).isEqualTo(study.temperature());
    assertThat(study.maxTokensOf("l")).isEqualTo(new StudyFile.MaxTokens(1, 2, 9, 4));
    assertThat(study.fork(ForkKind.PREFIX_SWAP))
        .contains(
            new Fork(ForkKind.PREFIX_SWAP, List.of("s"), List.of("r"), null, List.of(1, 3), null));
    assertThat(study.fork(ForkKind.SELF_BORROWED).orElseThrow().framing())
        .containsExactly(Framing.OBSERVED);
    assertThat(study.fork(ForkKind.YOKED)).isEmpty();
    assertThat(study.fixedQuestions()).containsExactly("Who?", "Why?");
    assertThat(study.selectsOnQuiz()).isFalse();
    assertThat(study.models()).containsExactlyInAnyOrder("s", "r", "t", "l");
    assertThat(study.temperature()).isEqualTo(new StudyFile.Temperature(0.5, 0.0, 2.0));
    assertThat(study.maxTokens()).isEqualTo(new StudyFile.MaxTokens(1, 2, 3, 4));
    assertThat(study.sample()).isEqualTo(new StudyFile.Sample(5, 1L));
    assertThat(study.prompts()).isEqualTo("prompts/mine");
    assertThat(study.fresh()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quiz: {mode: sheet}         | SHEET
          quiz: {mode: item}          | ITEM
          quiz: {mode: [item]}        | ITEM
          quiz: {mode: [sheet, item]} | SHEET, ITEM
          quiz: {mode: [item, sheet]} | ITEM, SHEET
          quiz: {}                    | SHEET
          """)
  void a_quiz_has_one_mode_or_several(String line, String modes) {
    assertThat(StudyFiles.read(with(line), FILE).quiz().modes())
        .extracting(QuizMode::name)
        .containsExactly(modes.split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quiz: {mode: sheets}        | quiz.mode: must be one of sheet, item; found 'sheets'.
          quiz: {mode: 3}             | quiz.mode: must be one of sheet, item; found 3.
          quiz: {mode: {sheet: 1}}    | quiz.mode: must be one of sheet, item; found a mapping.
          quiz: {mode: [sheet, items]} | quiz.mode[1]: must be one of sheet, item; found 'items'.
          quiz: {mode: [item, 3]}     | quiz.mode[1]: must be one of sheet, item; found 3.
          quiz: {mode: [item, item]}  | quiz.mode[1]: is listed before: item.
          quiz: {mode: []}            | quiz.mode: must have at least 1 entry.
          """)
  void a_wrong_mode_is_one_problem(String line, String sentence) {
    assertThat(sentences(with(line))).isEqualTo("studies/x.yaml, line 5, " + sentence);
  }

  /** Each line replaces or adds a line of the minimal file; the added one is line 5. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          name: My_Study               | line 1, name: must be lower-case letters, digits and hyphens, such as my-study-2; found 'My_Study'.
          name: -x                     | line 1, name: must be lower-case letters
          name: ../x                   | line 1, name: must be lower-case letters
          name: 2024                   | line 1, name: must be a text; found 2024.
          name:                        | line 1, name: must be lower-case letters, digits and hyphens, such as my-study-2; found ''.
          concepts: data/x.jsonl       | line 2, concepts: must be a list, as [a, b]; found 'data/x.jsonl'.
          concepts: []                 | line 2, concepts: must have at least 1 entry.
          concepts: [a, b, a]          | line 2, concepts[2]: is listed before: a.
          concepts: ['']               | line 2, concepts[0]: must not be empty.
          conditions: [closed]         | line 3, conditions[0]: must be one of closed-book, static-lesson, dynamic, dynamic-with-lesson, full-context; found 'closed'.
          conditions: [closed-book, closed-book] | line 3, conditions[1]: is listed before: closed-book.
          conditions: []               | line 3, conditions: must have at least 1 entry.
          conditions: [dynamic]        | studies/x.yaml, teachers: must name a model to answer in the condition dynamic.
          conditions: [static-lesson]  | studies/x.yaml, lesson_authors: must name a model (or teachers one) to write lessons in the condition static-lesson.
          students: []                 | line 4, students: must have at least 1 entry.
          students: [a, a]             | line 4, students[1]: is listed before: a.
          students: [1]                | line 4, students[0]: must be a text; found 1.
          teachers: t                  | line 5, teachers: must be a list, as [a, b]; found 't'.
          lesson_author: [t]           | line 5, lesson_author: is not a known field; did you mean 'lesson_authors'?
          nonsense_of_mine: 1          | line 5, nonsense_of_mine: is not a known field; known are name, concepts, conditions, turns
          turns: 0                     | line 5, turns: must be at least 1; found 0.
          turns: five                  | line 5, turns: must be a whole number; found 'five'.
          turns: 2.5                   | line 5, turns: must be a whole number; found 2.5.
          turns: 99999999999           | line 5, turns: must be at most 100; found 99999999999.
          seeds: 3                     | line 5, seeds: must be a list, as [a, b]; found 3.
          seeds: [1, 1]                | line 5, seeds[1]: is listed before: 1.
          seeds: []                    | line 5, seeds: must have at least 1 entry.
          quiz: sheet                  | line 5, quiz: must be a mapping, as {name: value}; found 'sheet'.
          quiz: {mode: sheets}         | line 5, quiz.mode: must be one of sheet, item; found 'sheets'.
          quiz: {moed: sheet}          | line 5, quiz.moed: is not a known field; did you mean 'mode'?
          temperature: {quiz: 3}       | line 5, temperature.quiz: must be at most 2; found 3.
          temperature: {quiz: -0.1}    | line 5, temperature.quiz: must be at least 0; found -0.1.
          temperature: {quiz: hot}     | line 5, temperature.quiz: must be a number; found 'hot'.
          max_tokens: {sheet: 0}       | line 5, max_tokens.sheet: must be at least 1; found 0.
          max_tokens: [200]            | line 5, max_tokens: must be a mapping, as {name: value}; found a list.
          sample: {seed: 1}            | line 5, sample.per_domain: is missing.
          sample: {per_domain: 0}      | line 5, sample.per_domain: must be at least 1; found 0.
          fresh: perhaps               | line 5, fresh: must be true or false; found 'perhaps'.
          turns: [1                    | line 5: is not valid YAML: while parsing a flow sequence: expected ',' or ']'
          """)
  void a_wrong_line_is_told_with_its_number_field_and_what_is_allowed(
      String line, String sentence) {
    assertThat(sentences(with(line))).isNotEmpty().contains(sentence.strip());
  }

  private static String with(String line) {
    String field = line.substring(0, line.indexOf(':') + 1);
    String replaced = MINIMAL.replaceAll("(?m)^" + field + ".*$", line);
    return replaced.equals(MINIMAL) ? MINIMAL + line + "\n" : replaced;
  }

  @Test
  void all_problems_are_told_at_once_in_the_order_of_lines() {
    assertThat(
            sentences(
                """
                name: x
                concepts: [a]
                conditions: [dynamic]
                quiz:
                  mode: sheets
                turn: 5
                """))
        .isEqualTo(
            """
            studies/x.yaml, students: is missing.
            studies/x.yaml, line 5, quiz.mode: must be one of sheet, item; found 'sheets'.
            studies/x.yaml, line 6, turn: is not a known field; did you mean 'turns'?""");
  }

  @Test
  void a_field_that_is_there_twice_is_told_with_its_line() {
    assertThat(sentences(MINIMAL + "turns: 3\nturns: 4\n"))
        .isEqualTo("studies/x.yaml, line 6: is not valid YAML: Duplicate field 'turns'.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''       | has none
          # nothing| has none
          [a, b]   | has none
          """)
  void a_file_without_fields_is_refused(String yaml, String sentence) {
    assertThat(sentences(yaml)).startsWith("studies/x.yaml: must hold fields").contains(sentence);
  }
}
