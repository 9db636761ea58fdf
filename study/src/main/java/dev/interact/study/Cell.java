package dev.interact.study;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * One cell of a study's matrix: what a dialogue has beside its concept.
 *
 * @param teacher null where nobody answers questions
 * @param lessonAuthor null where there is no lesson
 * @param seed null where nothing is sampled, so that repeats would be copies
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Cell(
    Condition condition,
    String student,
    String teacher,
    String lessonAuthor,
    QuizMode quizMode,
    Long seed) {}
