package dev.interact.study;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.study.fork.Branch;
import dev.interact.study.strategy.Strategy;

/**
 * One cell of a study's matrix: what a dialogue has beside its concept.
 *
 * @param condition that of its donor, where it is a fork
 * @param teacher null where nobody answers questions
 * @param lessonAuthor null where there is no lesson
 * @param strategy null where the student asks nothing of its own
 * @param style null where nobody answers questions
 * @param branch where it branches off from another dialogue; null where it does not
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Cell(
    Condition condition,
    String student,
    String teacher,
    String lessonAuthor,
    QuizMode quizMode,
    Draw draw,
    Strategy strategy,
    Style style,
    Branch branch) {

  Cell withDraw(Draw other) {
    return new Cell(
        condition, student, teacher, lessonAuthor, quizMode, other, strategy, style, branch);
  }

  Cell forkedBy(String reader, Strategy asks, Branch from) {
    return new Cell(condition, reader, teacher, lessonAuthor, quizMode, draw, asks, style, from);
  }

  /** Where the condition stands in results: the kind of fork where it is one. */
  public String label() {
    return branch == null ? condition.label() : branch.kind().label();
  }
}
