package dev.interact.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.study.fork.Branch;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForkCellsTest {
  private static List<Cell> forks(String lines) {
    return Matrix.cells(Studies.of("turns: 4; seeds: [1, 2]; teachers: [t]; " + lines)).stream()
        .filter(cell -> cell.branch() != null)
        .toList();
  }

  private static String described(List<Cell> forks) {
    return forks.stream().map(ForkCellsTest::described).collect(Collectors.joining(", "));
  }

  /** Who reads whose dialogue, each with its seed; then the turn and the candidate. */
  private static String described(Cell fork) {
    Branch branch = fork.branch();
    Cell donor = branch.donor();
    return fork.student()
        + "#"
        + fork.draw().seed()
        + (donor == null ? "" : "<" + donor.student() + "#" + donor.draw().seed())
        + (branch.at() == null ? "" : "@" + branch.at())
        + (branch.candidate() == null ? "" : "." + branch.candidate());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {kind: borrowed-trace}                   | s2#1<s1#1, s2#2<s1#2, s1#1<s2#1, s1#2<s2#2
          {kind: borrowed-trace, from: [s1]}       | s2#1<s1#1, s2#2<s1#2
          {kind: borrowed-trace, students: [s1]}   | s1#1<s2#1, s1#2<s2#2
          {kind: yoked}                            | s2#1<s1#1, s2#2<s1#2, s1#1<s2#1, s1#2<s2#2
          {kind: yoked, from: [s2], students: [s1, s2]} | s1#1<s2#1, s1#2<s2#2
          {kind: self-borrowed}                    | s1#1<s1#2, s1#2<s1#1, s2#1<s2#2, s2#2<s2#1
          {kind: self-borrowed, students: [s2]}    | s2#1<s2#2, s2#2<s2#1
          {kind: prefix-swap, from: [s1]}          | s2#1<s1#1@2, s2#2<s1#2@2
          {kind: prefix-swap, from: [s1], at: [3, 1]} | s2#1<s1#1@3, s2#1<s1#1@1, s2#2<s1#2@3, s2#2<s1#2@1
          {kind: lecture}                          | s1#1<s1#1, s1#2<s1#2, s2#1<s2#1, s2#2<s2#2
          {kind: concat, students: [s1]}           | s1#1<s1#1, s1#2<s1#2
          {kind: fixed-questions, questions: [Who]} | s1#1, s1#2, s2#1, s2#2
          {kind: candidates, students: [s1]}       | s1#1<s1#1@2.1, s1#1<s1#1@2.2, s1#1<s1#1@2.3, s1#2<s1#2@2.1, s1#2<s1#2@2.2, s1#2<s1#2@2.3
          """)
  void each_kind_has_its_readers_donors_turns_and_candidates(String fork, String cells) {
    assertThat(described(forks("forks: [" + fork + "]"))).isEqualTo(cells);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {kind: borrowed-trace}                              | OWN
          {kind: borrowed-trace, framing: [observed]}         | OBSERVED
          {kind: borrowed-trace, framing: [observed, own]}    | OBSERVED, OWN
          {kind: self-borrowed, framing: [own, observed]}     | OWN, OBSERVED
          {kind: yoked}                                       | OWN
          {kind: prefix-swap}                                 | OWN
          {kind: lecture}                                     | OWN
          {kind: fixed-questions, questions: [Who]}          | OWN
          {kind: candidates}                                  | OWN
          {kind: concat}                                      | NOTES
          """)
  void each_kind_has_its_framings(String fork, String framings) {
    assertThat(
            forks("forks: [" + fork + "]").stream()
                .map(cell -> cell.branch().framing().name())
                .distinct()
                .collect(Collectors.joining(", ")))
        .isEqualTo(framings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          turns: 1  | 1
          turns: 2  | 1
          turns: 3  | 2
          turns: 5  | 3
          turns: 8  | 4
          """)
  void the_turn_in_the_middle_is_the_default(String turns, int at) {
    assertThat(forks(turns + "; forks: [{kind: candidates}]"))
        .extracting(cell -> cell.branch().at())
        .containsOnly(at);
  }

  @Test
  void as_many_candidates_are_asked_as_the_study_says() {
    assertThat(
            forks(
                "students: [s1]; seeds: [1]; asking: {candidates: 5}; forks: [{kind: candidates}]"))
        .extracting(cell -> cell.branch().candidate())
        .containsExactly(1, 2, 3, 4, 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          seeds: [7, 9, 8]                        | s1#7<s1#9, s1#9<s1#8, s1#8<s1#7
          overrides: {s1: {temperature: {dialogue: 0}}, t: {temperature: {dialogue: 0}}}; students: [s1, s2] | s2#1<s2#2, s2#2<s2#1
          """)
  void a_student_s_next_draw_goes_round_and_needs_to_be_sampled(String lines, String cells) {
    assertThat(described(forks("students: [s1]; " + lines + "; forks: [{kind: self-borrowed}]")))
        .isEqualTo(cells);
  }

  @Test
  void donors_are_of_the_first_strategy_and_style_in_every_condition_with_a_dialogue() {
    List<Cell> forks =
        forks(
            """
            conditions: [closed-book, static-lesson, dynamic, dynamic-with-lesson, full-context];\
            strategies: [gap, plain]; styles: [terse, full]; students: [s1]; seeds: [1];\
            forks: [{kind: concat}, {kind: candidates}]""");

    assertThat(forks).hasSize(2 + 2 * 3);
    assertThat(forks)
        .extracting(cell -> cell.branch().donor().strategy().label())
        .containsOnly("gap");
    assertThat(forks).extracting(Cell::style).containsOnly(Style.TERSE);
    assertThat(forks)
        .extracting(Cell::condition)
        .containsOnly(Condition.DYNAMIC, Condition.DYNAMIC_WITH_LESSON);
  }

  @Test
  void draws_of_lessons_and_of_orders_and_quiz_modes_are_those_of_the_donor() {
    List<Cell> forks =
        forks(
            """
            conditions: [dynamic-with-lesson]; students: [s1]; quiz: {mode: [sheet, item]};\
            temperature: {lesson: 1}; draws: {lesson: 2, option_order: 3};\
            forks: [{kind: self-borrowed}]""");

    assertThat(forks).hasSize(2 * 2 * 3 * 2).doesNotHaveDuplicates();
    assertThat(forks)
        .allSatisfy(
            cell -> {
              Cell donor = cell.branch().donor();
              assertThat(donor.draw().seed()).isNotEqualTo(cell.draw().seed());
              assertThat(donor.withDraw(cell.draw()).quizMode()).isEqualTo(cell.quizMode());
              assertThat(donor.draw().lesson()).isEqualTo(cell.draw().lesson());
              assertThat(donor.draw().optionOrder()).isEqualTo(cell.draw().optionOrder());
            });
  }

  @Test
  void a_fork_stands_for_its_condition_in_results() {
    assertThat(forks("forks: [{kind: yoked}, {kind: borrowed-trace}]"))
        .extracting(Cell::label)
        .containsOnly("yoked", "borrowed-trace");
    assertThat(Matrix.cells(Studies.of("")).getFirst().label()).isEqualTo("dynamic");
  }
}
