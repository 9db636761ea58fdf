package dev.interact.study.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interact.study.input.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentsTest {
  private static final String STUDY =
      """
      name: x
      concepts: [x.jsonl]
      conditions: [dynamic, dynamic-with-lesson]
      students: [s1, s2]
      teachers: [t]
      """;

  private static String sentences(String yaml) {
    return catchThrowableOfType(InvalidInput.class, () -> StudyFiles.read(yaml, "x.yaml"))
        .getMessage();
  }

  private static String with(String lines) {
    return STUDY + lines.replace("; ", "\n") + "\n";
  }

  /** Each line is line 6 of the file; what stands behind a semicolon comes after it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          forks: {kind: yoked}                    | line 6, forks: must be a list, as [a, b]; found a mapping.
          forks: [yoked]                          | line 6, forks[0]: must be a mapping, as {name: value}; found 'yoked'.
          forks: [{}]                             | line 6, forks[0].kind: is missing.
          forks: [{kind: borrow}]                 | line 6, forks[0].kind: must be one of borrowed-trace, self-borrowed, yoked, prefix-swap, lecture, fixed-questions, concat, candidates; found 'borrow'.
          forks: [{kind: yoked, form: [s1]}]      | line 6, forks[0].form: is not a known field; did you mean 'from'?
          forks: [{kind: yoked}, {kind: yoked}]   | line 6, forks[1]: is a second fork of the kind yoked.
          forks: [{kind: yoked, from: [z]}]       | line 6, forks[0]: names 'z', who is no student of the study.
          forks: [{kind: lecture, students: [t]}] | line 6, forks[0]: names 't', who is no student of the study.
          forks: [{kind: yoked, from: [s1], students: [s1]}] | line 6, forks[0]: needs dialogues of another student: name a second one in students.
          forks: [{kind: self-borrowed}]          | line 6, forks[0]: needs another draw of each dialogue: set draws.dialogue to 2 or more.
          forks: [{kind: self-borrowed}]; seeds: [1, 2]; temperature: {dialogue: 0} | line 6, forks[0]: needs draws that differ: set temperature.dialogue above 0.
          forks: [{kind: self-borrowed}]; seeds: [1, 2]; temperature: {dialogue: 0, quiz: 1} | line 6, forks[0]: needs draws that differ: set temperature.dialogue above 0.
          forks: [{kind: fixed-questions}]        | line 6, forks[0]: needs questions.
          forks: [{kind: fixed-questions, questions: ['']}] | line 6, forks[0].questions[0]: must not be empty.
          forks: [{kind: yoked, at: [2]}]         | line 6, forks[0]: has no use for 'at'.
          forks: [{kind: yoked, framing: [own]}]  | line 6, forks[0]: has no use for 'framing'.
          forks: [{kind: concat, framing: [own]}] | line 6, forks[0]: has no use for 'framing'.
          forks: [{kind: lecture, questions: [a]}] | line 6, forks[0]: has no use for 'questions'.
          forks: [{kind: lecture, from: [s1]}]    | line 6, forks[0]: has no use for 'from'.
          forks: [{kind: candidates, at: [2, 6]}] | line 6, forks[0]: forks at turn 6 of 5.
          forks: [{kind: candidates, at: [0]}]    | line 6, forks[0].at[0]: must be at least 1; found 0.
          forks: [{kind: candidates, at: [2, 2]}] | line 6, forks[0].at[1]: is listed before: 2.
          forks: [{kind: borrowed-trace, framing: [notes]}] | line 6, forks[0].framing[0]: must be one of own, observed; found 'notes'.
          forks: [{kind: candidates}]; temperature: {dialogue: 0} | line 6, forks[0]: tries out questions that would all be the same: set temperature.dialogue above 0.
          strategies: [outcome]; temperature: {dialogue: 0} | line 6, strategies: tries out questions that would all be the same: set temperature.dialogue above 0.
          strategies: [outcomes]                  | line 6, strategies[0]: must be one of plain, novelty, gap, ask-or-stop, outcome, visual; found 'outcomes'.
          strategies: []                          | line 6, strategies: must have at least 1 entry.
          strategies: [gap, gap]                  | line 6, strategies[1]: is listed before: gap.
          strategies: gap                         | line 6, strategies: must be a list, as [a, b]; found 'gap'.
          styles: [short]                         | line 6, styles[0]: must be one of full, retrieval, terse, no-answer; found 'short'.
          asking: {candidates: 1}                 | line 6, asking.candidates: must be at least 2; found 1.
          asking: {min_turn: 1}                   | line 6, asking.min_turn: is not a known field; did you mean 'min_turns'?
          draws: 3                                | line 6, draws: must be a mapping, as {name: value}; found 3.
          draws: {dialogue: 0}                    | line 6, draws.dialogue: must be at least 1; found 0.
          draws: {lessons: 2}                     | line 6, draws.lessons: is not a known field; did you mean 'lesson'?
          draws: {sheet: 2000}                    | line 6, draws.sheet: must be at most 1000; found 2000.
          seeds: [1, 2]; draws: {dialogue: 3}     | line 6, seeds: name the dialogue draws; leave out either them or draws.dialogue.
          draws: {lesson: 2}                      | line 6, draws.lesson: repeats lessons that would all be the same: set temperature.lesson above 0.
          draws: {sheet: 2}                       | line 6, draws.sheet: repeats sheets that would all be the same: set temperature.quiz above 0.
          draws: {sheet: 2}; temperature: {quiz: 1}; overrides: {s2: {temperature: {quiz: 0}}} | line 6, draws.sheet: repeats sheets that would all be the same: set temperature.quiz above 0.
          retest: 2                               | line 6, retest: must be at most 1; found 2.
          retest: often                           | line 6, retest: must be a number; found 'often'.
          overrides: {z: {}}                      | line 6, overrides.z: is of a model that the study does not use.
          overrides: {t: 1}                       | line 6, overrides.t: must be a mapping, as {name: value}; found 1.
          overrides: {t: {temprature: {}}}        | line 6, overrides.t.temprature: is not a known field; did you mean 'temperature'?
          overrides: {t: {temperature: {quiz: 3}}} | line 6, overrides.t.temperature.quiz: must be at most 2; found 3.
          overrides: {t: {max_tokens: {sheet: 0}}} | line 6, overrides.t.max_tokens.sheet: must be at least 1; found 0.
          """)
  void a_problem_is_told_with_its_line_and_field_and_what_to_do(String lines, String sentence) {
    assertThat(sentences(with(lines))).isEqualTo("x.yaml, " + sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forks: []",
        "forks: [{kind: borrowed-trace, from: [s1], framing: [own, observed]}, {kind: yoked}]",
        "forks: [{kind: yoked, from: [s1], students: [s1, s2]}]",
        "forks: [{kind: self-borrowed}]; draws: {dialogue: 2}",
        "forks: [{kind: self-borrowed}]; seeds: [1, 2]; temperature: {dialogue: 0};"
            + " overrides: {s2: {temperature: {dialogue: 1}}}",
        "forks: [{kind: candidates, at: [1, 5]}, {kind: prefix-swap, at: [4]}]",
        "forks: [{kind: fixed-questions, questions: [a, a]}, {kind: lecture}, {kind: concat}]",
        "strategies: [outcome]; forks: [{kind: candidates}]; temperature: {dialogue: 0};"
            + " overrides: {s2: {temperature: {dialogue: 1}}}",
        "seeds: [5, 6, 7]; draws: {dialogue: 3}",
        "draws: {lesson: 2}; overrides: {t: {temperature: {lesson: 1}}}",
        "draws: {lesson: 2}; lesson_authors: [a]; overrides: {a: {temperature: {lesson: 1}}}",
        "draws: {sheet: 2}; temperature: {quiz: 0.1}",
        "overrides: {t: {}, s1: {temperature: {}}}",
        "retest: 1",
        "retest: 0.1"
      })
  void what_can_be_run_is_no_problem(String lines) {
    assertThatNoException().isThrownBy(() -> StudyFiles.read(with(lines), "x.yaml"));
  }

  @Test
  void a_fork_needs_a_dialogue_and_another_student() {
    assertThat(
            sentences(
                """
                name: x
                concepts: [x.jsonl]
                conditions: [closed-book]
                students: [s1]
                forks:
                  - kind: lecture
                  - kind: yoked
                """))
        .isEqualTo(
            """
            x.yaml, line 6, forks[0]: has no dialogue to fork: conditions must have dynamic or \
            dynamic-with-lesson.
            x.yaml, line 7, forks[1]: has no dialogue to fork: conditions must have dynamic or \
            dynamic-with-lesson.
            x.yaml, line 7, forks[1]: needs dialogues of another student: name a second one in \
            students.""");
  }

  @Test
  void lessons_need_to_be_drawn_only_where_there_are_any() {
    String yaml = STUDY.replace("dynamic, dynamic-with-lesson", "dynamic") + "draws: {lesson: 2}\n";

    assertThatNoException().isThrownBy(() -> StudyFiles.read(yaml, "x.yaml"));
  }

  @Test
  void every_problem_is_told_at_once() {
    assertThat(
            sentences(
                with(
                    "retest: 0.5; draws: {lesson: 2, sheet: 2};"
                        + " forks: [{kind: lecture, at: [9], from: [z]},"
                        + " {kind: lecture}, {kind: self-borrowed}]; overrides: {q: {}}")))
        .isEqualTo(
            """
            x.yaml, line 7, draws.lesson: repeats lessons that would all be the same: set \
            temperature.lesson above 0.
            x.yaml, line 7, draws.sheet: repeats sheets that would all be the same: set \
            temperature.quiz above 0.
            x.yaml, line 8, forks[0]: names 'z', who is no student of the study.
            x.yaml, line 8, forks[0]: has no use for 'at'.
            x.yaml, line 8, forks[0]: has no use for 'from'.
            x.yaml, line 8, forks[0]: forks at turn 9 of 5.
            x.yaml, line 8, forks[1]: is a second fork of the kind lecture.
            x.yaml, line 8, forks[2]: needs another draw of each dialogue: set draws.dialogue to 2 \
            or more.
            x.yaml, line 9, overrides.q: is of a model that the study does not use.""");
  }
}
