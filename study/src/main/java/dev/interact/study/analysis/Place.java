package dev.interact.study.analysis;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.study.QuizMode;
import dev.interact.study.Style;
import dev.interact.study.fork.Framing;
import java.util.function.UnaryOperator;

/**
 * A turn of the arms of a study that agree with it. Null agrees with anything.
 *
 * @param condition its label, or that of a kind of fork
 * @param strategy by its label
 * @param from the student whose dialogue is forked
 * @param at the turn of the fork
 * @param turn after which the quiz is looked at; null stands for the last
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Place(
    String condition,
    String student,
    String teacher,
    String lessonAuthor,
    QuizMode quizMode,
    String strategy,
    Style style,
    String from,
    Framing framing,
    Integer at,
    Integer turn) {
  /** The same place of a study whose models have other aliases. */
  public Place withModels(UnaryOperator<String> alias) {
    return new Place(
        condition,
        renamed(student, alias),
        renamed(teacher, alias),
        renamed(lessonAuthor, alias),
        quizMode,
        strategy,
        style,
        renamed(from, alias),
        framing,
        at,
        turn);
  }

  private static String renamed(String name, UnaryOperator<String> alias) {
    return name == null ? null : alias.apply(name);
  }
}
