package dev.interact.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.study.fork.ForkKind;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CourseTest {
  static Stream<StudyFile> studies() {
    return RandomStudies.of(20_26, 60);
  }

  /** The course of the first fork; of the first dialogue where there is none. */
  private static Course course(String lines, int items) {
    StudyFile study = Studies.of(lines);
    Cell cell =
        Matrix.cells(study).stream()
            .filter(c -> c.branch() != null || study.forks().isEmpty())
            .findFirst()
            .orElseThrow();
    return Course.of(study, cell, items);
  }

  /** Where question and answer of each turn come from: Own, Donor or Given; and how many tries. */
  private static String described(Course course) {
    return course.turns().stream()
        .map(
            turn ->
                ""
                    + turn.question().name().charAt(0)
                    + turn.answer().name().charAt(0)
                    + (turn.tried() == 1 ? "" : turn.tried()))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          turns: 3                                                   | OO OO OO
          conditions: [closed-book]                                  | ``
          conditions: [static-lesson]                                | ``
          conditions: [full-context]                                 | ``
          turns: 3; conditions: [dynamic-with-lesson]                | OO OO OO
          turns: 3; forks: [{kind: borrowed-trace}]                  | DD DD DD
          turns: 3; forks: [{kind: self-borrowed}]                   | DD DD DD
          turns: 3; forks: [{kind: concat}]                          | DD DD DD
          turns: 3; forks: [{kind: yoked}]                           | DO DO DO
          turns: 3; forks: [{kind: lecture}]                         | GO GO GO
          turns: 4; forks: [{kind: prefix-swap}]                     | DD DD OO OO
          turns: 4; forks: [{kind: prefix-swap, at: [3]}]            | DD DD DD OO
          turns: 4; forks: [{kind: candidates}]                      | DD OO
          turns: 4; forks: [{kind: candidates, at: [1]}]             | OO
          turns: 4; forks: [{kind: candidates, at: [4]}]             | DD DD DD OO
          turns: 3; forks: [{kind: fixed-questions, questions: [a, b]}] | GO GO
          turns: 3; forks: [{kind: fixed-questions, questions: [a, b, c, d]}] | GO GO GO
          strategies: [outcome]                                      | OO3 OO3
          strategies: [outcome]; asking: {candidates: 5}             | OO5 OO5
          strategies: [novelty]                                      | OO OO
          turns: 3; strategies: [outcome]; forks: [{kind: prefix-swap, at: [1]}] | DD OO3 OO3
          turns: 3; strategies: [outcome]; forks: [{kind: candidates, at: [2]}]  | DD OO
          turns: 3; strategies: [outcome]; forks: [{kind: lecture}]  | GO GO GO
          turns: 3; strategies: [outcome]; forks: [{kind: yoked}]    | DO DO DO
          """)
  void each_turn_says_where_its_halves_come_from(String lines, String turns) {
    assertThat(described(course(lines, 4))).isEqualTo(turns);
  }

  /** Two turns, so three quizzes; outcome tries three questions a turn on half of the items. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          conditions: [closed-book]                             | 5 | 1 | 1 | 0 | false | 1
          conditions: [closed-book]; quiz: {mode: item}         | 5 | 5 | 1 | 0 | false | 5
          ``                                                    | 5 | 1 | 1 | 0 | false | 7
          quiz: {mode: item}                                    | 5 | 5 | 1 | 0 | false | 19
          draws: {sheet: 4}; temperature: {quiz: 1}             | 5 | 1 | 4 | 0 | false | 16
          strategies: [outcome]                                 | 5 | 1 | 1 | 1 | true  | 21
          strategies: [outcome]                                 | 2 | 1 | 1 | 1 | true  | 21
          strategies: [outcome]                                 | 1 | 1 | 1 | 0 | false | 7
          strategies: [outcome]; quiz: {mode: item}             | 5 | 3 | 1 | 2 | true  | 33
          strategies: [outcome]; asking: {candidates: 2}        | 5 | 1 | 1 | 1 | true  | 15
          strategies: [outcome]; draws: {sheet: 4}; temperature: {quiz: 1} | 5 | 1 | 4 | 1 | true | 30
          strategies: [outcome]; conditions: [closed-book]      | 5 | 1 | 1 | 0 | false | 1
          strategies: [gap]                                     | 5 | 1 | 1 | 0 | false | 7
          forks: [{kind: borrowed-trace}]                       | 5 | 1 | 1 | 0 | false | 3
          forks: [{kind: yoked}]                                | 5 | 1 | 1 | 0 | false | 5
          forks: [{kind: lecture}]                              | 5 | 1 | 1 | 0 | false | 5
          forks: [{kind: prefix-swap}]                          | 5 | 1 | 1 | 0 | false | 5
          forks: [{kind: candidates}]                           | 5 | 1 | 1 | 0 | false | 4
          forks: [{kind: fixed-questions, questions: [a]}]      | 5 | 1 | 1 | 0 | false | 3
          strategies: [outcome]; forks: [{kind: borrowed-trace}] | 5 | 1 | 1 | 0 | true | 3
          strategies: [outcome]; forks: [{kind: borrowed-trace}]; quiz: {mode: item} | 5 | 3 | 1 | 0 | true | 9
          strategies: [outcome]; forks: [{kind: lecture}]       | 5 | 1 | 1 | 0 | true  | 5
          strategies: [outcome]; forks: [{kind: prefix-swap}]   | 5 | 1 | 1 | 1 | true  | 12
          strategies: [outcome]; forks: [{kind: prefix-swap, at: [2]}] | 5 | 1 | 1 | 0 | true | 3
          strategies: [outcome]; forks: [{kind: candidates}]    | 5 | 1 | 1 | 0 | true  | 4
          strategies: [outcome]; forks: [{kind: fixed-questions, questions: [a, b]}] | 5 | 1 | 1 | 0 | false | 5
          strategies: [outcome]; forks: [{kind: yoked}]         | 1 | 1 | 1 | 0 | false | 5
          strategies: [plain, outcome]; forks: [{kind: yoked}]  | 5 | 1 | 1 | 0 | false | 5
          """)
  void quizzes_trials_and_calls_follow(
      String lines, int items, int parts, int samples, int trial, boolean halved, long calls) {
    Course course = course(lines, items);

    assertThat(course.quiz()).isEqualTo(new Course.Quiz(parts, samples));
    assertThat(course.trial()).isEqualTo(trial);
    assertThat(course.halved()).isEqualTo(halved);
    assertThat(course.calls()).isEqualTo(calls);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1", "1, 1, 4", "2, 2, 7", "3, 3, 10", "9, 3, 10"})
  void a_course_that_ends_early_has_its_first_turns(int turn, int left, long calls) {
    Course course = course("turns: 3", 5).upTo(turn);

    assertThat(course.turns()).hasSize(left);
    assertThat(course.calls()).isEqualTo(calls);
  }

  @ParameterizedTest
  @MethodSource("studies")
  void no_item_both_selects_and_is_reported(StudyFile study) {
    for (Cell cell : Matrix.cells(study)) {
      for (int items = 1; items < 8; items++) {
        Course course = Course.of(study, cell, items);
        boolean tries = course.turns().stream().anyMatch(turn -> turn.tried() > 1);
        boolean byItem = cell.quizMode() == QuizMode.ITEM;

        assertThat(course.trial() > 0).isEqualTo(tries);
        assertThat(course.halved() || !tries).isTrue();
        assertThat(course.quiz().parts())
            .isEqualTo(!byItem ? 1 : course.halved() ? items - items / 2 : items);
        assertThat(course.trial()).isEqualTo(!tries ? 0 : byItem ? items / 2 : 1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("studies")
  void a_fork_has_no_more_turns_than_its_donor_and_never_more_calls(StudyFile study) {
    for (Cell cell : Matrix.cells(study)) {
      Course course = Course.of(study, cell, 6);
      assertThat(course.turns()).hasSizeLessThanOrEqualTo(study.turns());
      if (cell.branch() != null && cell.branch().donor() != null) {
        Course donor = Course.of(study, cell.branch().donor(), 6);
        assertThat(course.calls()).isLessThanOrEqualTo(donor.calls());
        assertThat(course.halved()).isEqualTo(donor.halved());
        assertThat(course.turns().isEmpty()).isFalse();
      }
      if (cell.label().equals(ForkKind.CANDIDATES.label())) {
        assertThat(course.turns()).hasSize(cell.branch().at());
      }
    }
  }
}
