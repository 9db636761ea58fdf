package dev.interact.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.study.fork.Branch;
import dev.interact.study.input.ContentHash;
import dev.interact.study.strategy.Plain;
import dev.interact.study.strategy.Strategy;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixTest {
  private static StudyFile study(String conditions, String more) {
    return Studies.of("conditions: [" + conditions + "]; " + more);
  }

  static Stream<StudyFile> studies() {
    return RandomStudies.of(4_2026, 60);
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
          closed-book         | students: [human]                            | 3
          dynamic             | students: [human]; temperature: {dialogue: 0} | 6
          """)
  void axes_that_a_condition_ignores_collapse(String conditions, String more, int cells) {
    assertThat(Matrix.cells(study(conditions, more))).hasSize(cells).doesNotHaveDuplicates();
  }

  /** Two students, two teachers, three seeds: 2 cells without a dialogue, 12 with one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          closed-book   | strategies: [plain, gap, novelty]; styles: [full, terse] | 2
          full-context  | strategies: [plain, gap, novelty]; styles: [full, terse] | 2
          static-lesson | strategies: [plain, gap, novelty]; styles: [full, terse] | 4
          dynamic       | strategies: [plain, gap, novelty]                        | 36
          dynamic       | styles: [retrieval, no-answer]                           | 24
          dynamic       | strategies: [plain, gap]; styles: [full, terse]          | 48
          closed-book   | quiz: {mode: [sheet, item]}                              | 4
          dynamic       | quiz: {mode: [sheet, item]}                              | 24
          dynamic       | quiz: {mode: [item]}                                     | 12
          dynamic       | draws: {option_order: 3}                                 | 36
          closed-book   | draws: {option_order: 3}                                 | 6
          dynamic       | draws: {lesson: 3}                                       | 12
          static-lesson | draws: {lesson: 3}; temperature: {lesson: 1}             | 12
          static-lesson | draws: {lesson: 3}; temperature: {lesson: 1}; lesson_authors: [a] | 6
          dynamic-with-lesson | draws: {lesson: 3}; temperature: {lesson: 1}       | 36
          closed-book   | draws: {lesson: 3}; temperature: {lesson: 1}             | 2
          closed-book   | draws: {sheet: 5}; temperature: {quiz: 1}                | 2
          dynamic       | draws: {sheet: 5}; temperature: {quiz: 1}                | 12
          dynamic       | overrides: {s1: {temperature: {dialogue: 0}}}            | 12
          dynamic       | overrides: {s1: {temperature: {dialogue: 0}}, t1: {temperature: {dialogue: 0}}} | 10
          closed-book   | overrides: {s1: {temperature: {quiz: 1}}}                | 4
          static-lesson | draws: {lesson: 2}; lesson_authors: [a, b]; overrides: {a: {temperature: {lesson: 1}}} | 6
          """)
  void draws_strategies_styles_and_modes_are_axes_where_they_matter(
      String conditions, String more, int cells) {
    assertThat(Matrix.cells(study(conditions, more))).hasSize(cells).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"draws: {dialogue: 3}, 3", "draws: {dialogue: 1}, 1", "draws: {sheet: 1}, 1"})
  void dialogue_draws_are_short_for_seeds(String draws, int seeds) {
    StudyFile study = Studies.of("seeds: [1]; students: [s]; teachers: [t]");
    StudyFile drawn = Studies.of("seeds:; students: [s]; teachers: [t]; " + draws);

    assertThat(Matrix.cells(drawn)).hasSize(seeds).startsWith(Matrix.cells(study).getFirst());
    assertThat(drawn.seeds()).hasSize(seeds).doesNotHaveDuplicates().startsWith(1L);
  }

  @Test
  void without_lesson_authors_a_teacher_writes_the_lessons_of_its_dialogues() {
    assertThat(Matrix.cells(study("dynamic-with-lesson", "")))
        .startsWith(cell("s1", "t1", 1), cell("s1", "t1", 2), cell("s1", "t1", 3))
        .endsWith(cell("s2", "t2", 3))
        .allMatch(cell -> cell.teacher().equals(cell.lessonAuthor()));
  }

  private static Cell cell(String student, String teacher, long seed) {
    return new Cell(
        Condition.DYNAMIC_WITH_LESSON,
        student,
        teacher,
        teacher,
        QuizMode.SHEET,
        Draw.of(seed),
        new Plain(),
        Style.FULL,
        null);
  }

  @Test
  void a_static_lesson_has_authors_and_no_teacher() {
    assertThat(Matrix.cells(study("static-lesson", "")).getFirst())
        .isEqualTo(
            new Cell(
                Condition.STATIC_LESSON,
                "s1",
                null,
                "t1",
                QuizMode.SHEET,
                Draw.of(null),
                null,
                null,
                null));
  }

  @ParameterizedTest
  @CsvSource({
    "closed-book, sheet, 2, 6",
    "full-context, item, 2, 18",
    "static-lesson, sheet, 4, 24",
    "dynamic, sheet, 12, 252",
    "dynamic-with-lesson, item, 12, 504",
    "dynamic, 'sheet, item', 24, 720"
  })
  void planned_calls_follow_from_turns_and_items(
      String condition, String mode, int cells, long calls) {
    StudyFile study = study(condition, "quiz: {mode: [" + mode + "]}");
    List<Concept> concepts = List.of(Concepts.of("a", 2), Concepts.of("b", 3), Concepts.of("c", 4));

    assertThat(Matrix.cells(study)).hasSize(cells);
    assertThat(Matrix.plannedCalls(study, concepts)).isEqualTo(calls);
  }

  @ParameterizedTest
  @MethodSource("studies")
  void cells_are_there_once_by_their_content_too(StudyFile study) {
    assertThat(Matrix.cells(study))
        .doesNotHaveDuplicates()
        .extracting(cell -> ContentHash.of("cell", cell))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("studies")
  void a_fork_comes_after_its_donor_which_is_a_dialogue_of_the_study(StudyFile study) {
    List<Cell> cells = Matrix.cells(study);

    assertThat(cells).extracting(Cell::branch).anyMatch(Objects::nonNull);
    for (Cell fork : cells) {
      if (fork.branch() != null && fork.branch().donor() != null) {
        Cell donor = fork.branch().donor();
        assertThat(cells.indexOf(donor)).isBetween(0, cells.indexOf(fork) - 1);
        assertThat(donor.branch()).isNull();
        assertThat(donor.strategy()).isEqualTo(study.strategies().getFirst());
        assertThat(donor.style()).isEqualTo(study.styles().getFirst()).isEqualTo(fork.style());
        assertThat(List.of(donor.condition(), donor.teacher(), donor.quizMode()))
            .isEqualTo(List.of(fork.condition(), fork.teacher(), fork.quizMode()));
        assertThat(donor.lessonAuthor()).isEqualTo(fork.lessonAuthor());
        assertThat(donor.draw().withSeed(null)).isEqualTo(fork.draw().withSeed(null));
      }
    }
  }

  /** So that a study extended by something calls only for that. */
  @ParameterizedTest
  @MethodSource("studies")
  void every_axis_may_grow_without_a_change_to_the_cells_that_were_there(StudyFile study) {
    List<Cell> all = Matrix.cells(study);
    List<Condition> fewer = study.conditions().subList(0, 1);

    assertThat(all)
        .containsAll(Matrix.cells(with(study, fewer, study.strategies())))
        .containsAll(
            Matrix.cells(with(study, study.conditions(), study.strategies().subList(0, 1))));
  }

  private static StudyFile with(
      StudyFile study, List<Condition> conditions, List<Strategy> strategies) {
    return new StudyFile(
        study.name(),
        study.concepts(),
        conditions,
        study.turns(),
        study.seeds(),
        study.students(),
        study.teachers(),
        study.lessonAuthors(),
        study.quiz(),
        study.temperature(),
        study.maxTokens(),
        strategies,
        study.styles(),
        study.asking(),
        study.forks(),
        study.draws(),
        study.retest(),
        study.overrides(),
        null,
        null,
        null,
        null,
        null);
  }

  @ParameterizedTest
  @MethodSource("studies")
  void an_axis_without_a_use_is_null(StudyFile study) {
    for (Cell cell : Matrix.cells(study)) {
      boolean dialogue = cell.condition().hasDialogue();
      assertThat(cell.teacher() != null).isEqualTo(dialogue);
      assertThat(cell.style() != null).isEqualTo(dialogue);
      assertThat(cell.lessonAuthor() != null).isEqualTo(cell.condition().hasLesson());
      assertThat(cell.strategy() != null).isEqualTo(dialogue && asks(cell.branch()));
    }
  }

  private static boolean asks(Branch branch) {
    return branch == null
        || switch (branch.kind()) {
          case PREFIX_SWAP, CANDIDATES -> true;
          case BORROWED_TRACE, SELF_BORROWED, YOKED, LECTURE, FIXED_QUESTIONS, CONCAT -> false;
        };
  }

  @ParameterizedTest
  @MethodSource("studies")
  void planned_calls_are_those_of_the_courses_and_lessons(StudyFile study) {
    Concept concept = Concepts.of("a", 5);
    long calls =
        Matrix.cells(study).stream()
            .collect(
                Collectors.summingLong(
                    cell ->
                        Course.of(study, cell, 5).calls()
                            + (cell.condition().hasLesson() ? 1 : 0)));

    assertThat(Matrix.plannedCalls(study, List.of(concept, Concepts.of("b", 5))))
        .isEqualTo(2 * calls);
  }

  /** Of a human's dialogues the answers alone, and the lessons, are calls of models. */
  @ParameterizedTest
  @CsvSource({"closed-book, 0", "static-lesson, 3", "dynamic, 6", "dynamic-with-lesson, 9"})
  void what_a_human_is_asked_is_no_call(String condition, long calls) {
    StudyFile study = study(condition, "students: [human]; teachers: [t1]");
    assertThat(Matrix.plannedCalls(study, List.of(Concepts.of("a", 4)))).isEqualTo(calls);
    assertThat(Matrix.seats(Matrix.cells(study))).isEqualTo(3);
  }
}
