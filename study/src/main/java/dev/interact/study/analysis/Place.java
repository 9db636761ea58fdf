package dev.interact.study.analysis;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.study.QuizMode;
import dev.interact.study.Style;
import dev.interact.study.fork.Framing;

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
    Integer turn) {}
