package dev.interact.orchestrator.results;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.interact.study.Concept;
import dev.interact.study.Condition;
import dev.interact.study.QuizMode;
import java.util.List;

/**
 * One line of {@code answers.jsonl}: what became of one item of the quiz after one turn. Null where
 * an axis does not apply.
 *
 * @param study the study's name
 * @param dialogue the dialogue's id
 * @param concept the concept's id
 * @param seed null where nothing is sampled
 * @param turn 0 before any question
 * @param item the item's id
 * @param level null where the concept names none
 * @param shown the original positions of the item's options, in the order shown
 * @param choice the original position of the chosen option; null where none could be read
 * @param correct false where no choice could be read
 * @param parsed whether a choice could be read
 * @param status {@code finished} or {@code failed}: the dialogue's
 */
@JsonPropertyOrder({
  "study",
  "dialogue",
  "concept",
  "domain",
  "condition",
  "student",
  "teacher",
  "lesson_author",
  "quiz_mode",
  "seed",
  "turn",
  "item",
  "level",
  "shown",
  "choice",
  "correct",
  "parsed",
  "status"
})
public record Answer(
    String study,
    String dialogue,
    String concept,
    String domain,
    Condition condition,
    String student,
    String teacher,
    String lessonAuthor,
    QuizMode quizMode,
    Long seed,
    int turn,
    String item,
    Concept.Level level,
    List<Integer> shown,
    Integer choice,
    boolean correct,
    boolean parsed,
    String status) {}
