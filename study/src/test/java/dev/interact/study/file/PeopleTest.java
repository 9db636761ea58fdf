package dev.interact.study.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interact.study.StudyFile;
import dev.interact.study.input.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {
  private static String study(String lines) {
    return "name: x\nconcepts: [x.jsonl]\n" + lines.replace("; ", "\n") + "\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          conditions: [dynamic]; students: [m]; teachers: [human]                     | teachers: a human can only be a student: take it out.
          conditions: [static-lesson]; students: [m]; lesson_authors: [human]         | lesson_authors: a human can only be a student: take it out.
          conditions: [dynamic]; students: [human]; teachers: [t]; overrides: {human: {temperature: {quiz: 1}}} | overrides.human: a human has no temperature and no largest reply: take it out.
          conditions: [full-context]; students: [human, m]                            | conditions: full-context shows the context, which a human's seat never does: give the models that sit it a study of their own.
          conditions: [dynamic]; students: [human]; teachers: [t]; draws: {sheet: 2}  | draws.sheet: a human sits a quiz once: it must be 1.
          conditions: [dynamic]; students: [human]; teachers: [t]; strategies: [outcome] | strategies: outcome tries questions out on a quiz, which a human cannot: take it out.
          conditions: [dynamic]; students: [human, m]; teachers: [t]; forks: [{kind: borrowed-trace}] | forks[0]: a human's dialogue can be forked, but a human gets none: name other students in its field students.
          conditions: [dynamic]; students: [human, m]; teachers: [t]; forks: [{kind: yoked, students: [human]}] | forks[0]: a human's dialogue can be forked, but a human gets none: name other students in its field students.
          """)
  void what_nobody_at_a_seat_can_do_is_refused(String lines, String sentence) {
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> StudyFiles.read(study(lines), "x.yaml"));
    assertThat(refused.getMessage()).contains(sentence);
  }

  @Test
  void a_human_is_a_student_and_no_model() {
    StudyFile study =
        StudyFiles.read(
            study(
                "conditions: [closed-book, dynamic]; students: [human, m]; teachers: [t]; "
                    + "forks: [{kind: borrowed-trace, from: [human], students: [m]}]; "
                    + "analysis: {contrasts: [{question: Q, one: {condition: dynamic, student: human},"
                    + " other: {condition: dynamic, student: m}}]}"),
            "x.yaml");
    assertThat(study.hasSeats()).isTrue();
    assertThat(study.models()).containsExactlyInAnyOrder("m", "t");
  }
}
