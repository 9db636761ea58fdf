package dev.interact.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.study.file.StudyFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {
  private static StudyFile study(String conditions, String more) {
    return StudyFiles.read(
        """
        name: x
        concepts: [x.jsonl]
        conditions: [%s]
        turns: 2
        seeds: [1, 2, 3]
        students: [s1, s2]
        teachers: [t1, t2]
        %s
        """
            .formatted(conditions, more.replace("; ", "\n")),
        "x.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          closed-book         | ``                                           | 2
          closed-book         | temperature: {quiz: 1}                       | 6
          full-context        | ``                                           | 2
          full-context        | temperature: {quiz: 1}                       | 6
          static-lesson       | ``                                           | 4
          static-lesson       | lesson_authors: [a]                          | 2
          static-lesson       | temperature: {lesson: 1}                     | 4
          dynamic             | ``                                           | 12
          dynamic             | lesson_authors: [a, b, c]                    | 12
          dynamic             | temperature: {dialogue: 0}                   | 4
          dynamic             | temperature: {dialogue: 0, quiz: 1}          | 12
          dynamic-with-lesson | ``                                           | 12
          dynamic-with-lesson | lesson_authors: [t1, t2]                     | 24
          dynamic-with-lesson | temperature: {dialogue: 0}; lesson_authors: [a] | 4
          closed-book, dynamic, full-context | ``                            | 16
          """)
  void axes_that_a_condition_ignores_collapse(String conditions, String more, int cells) {
    assertThat(Matrix.cells(study(conditions, more))).hasSize(cells).doesNotHaveDuplicates();
  }

  @Test
  void without_lesson_authors_a_teacher_writes_the_lessons_of_its_dialogues() {
    assertThat(Matrix.cells(study("dynamic-with-lesson", "")))
        .startsWith(cell("s1", "t1", 1), cell("s1", "t1", 2), cell("s1", "t1", 3))
        .endsWith(cell("s2", "t2", 3))
        .allMatch(cell -> cell.teacher().equals(cell.lessonAuthor()));
  }

  private static Cell cell(String student, String teacher, long seed) {
    return new Cell(Condition.DYNAMIC_WITH_LESSON, student, teacher, teacher, QuizMode.SHEET, seed);
  }

  @Test
  void a_static_lesson_has_authors_and_no_teacher() {
    assertThat(Matrix.cells(study("static-lesson", "")).getFirst())
        .isEqualTo(new Cell(Condition.STATIC_LESSON, "s1", null, "t1", QuizMode.SHEET, null));
  }

  @ParameterizedTest
  @CsvSource({
    "closed-book, sheet, 2, 6",
    "full-context, item, 2, 18",
    "static-lesson, sheet, 4, 24",
    "dynamic, sheet, 12, 252",
    "dynamic-with-lesson, item, 12, 504"
  })
  void planned_calls_follow_from_turns_and_items(
      String condition, String mode, int cells, long calls) {
    StudyFile study = study(condition, "quiz: {mode: " + mode + "}");
    List<Concept> concepts = List.of(Concepts.of("a", 2), Concepts.of("b", 3), Concepts.of("c", 4));

    assertThat(Matrix.cells(study)).hasSize(cells);
    assertThat(Matrix.plannedCalls(study, concepts)).isEqualTo(calls);
  }
}
