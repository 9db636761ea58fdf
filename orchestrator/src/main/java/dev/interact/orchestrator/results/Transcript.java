package dev.interact.orchestrator.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.Condition;
import dev.interact.study.QuizMode;
import java.util.List;

/**
 * One line of {@code dialogues.jsonl}: a dialogue with everything that was said in it.
 *
 * @param status {@code finished} or {@code failed}
 * @param reason why it failed, or null
 * @param lesson the text that the student was given first, or null
 * @param turns in order; the answer is null where the dialogue failed before it
 * @param sheets what the student wrote at each quiz, every draw
 */
record Transcript(
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
    String status,
    String reason,
    String lesson,
    List<Turn> turns,
    List<Sheet> sheets) {

  /** A question and its answer; turns count from 1. */
  record Turn(int turn, String question, String answer) {}

  /**
   * What was written at a quiz.
   *
   * @param turn 0 before any question
   * @param part which sheet of the quiz
   * @param draw 0 at first; more where an answer could not be read and was asked for again
   * @param formatError why it could not be read as a whole, or null
   */
  record Sheet(
      @JsonIgnore String dialogue, int turn, int part, int draw, String text, String formatError) {}

  static Transcript of(
      StudyRow study,
      DialogueRow dialogue,
      String lesson,
      List<DialogueRow.Spoken> turns,
      List<Sheet> sheets) {
    return new Transcript(
        study.name,
        dialogue.id,
        dialogue.conceptId,
        dialogue.domain,
        dialogue.condition,
        dialogue.student,
        dialogue.teacher,
        dialogue.lessonAuthor,
        dialogue.quizMode,
        dialogue.seed,
        Results.status(dialogue),
        dialogue.reason,
        lesson,
        turns.stream().map(t -> new Turn(t.number(), t.question(), t.answer())).toList(),
        sheets);
  }

  static List<Sheet> sheets(List<String> dialogues) {
    return StepRow.find(
            """
            select s.dialogue, s.turn, s.part, s.draw, c.reply, c.formatError
            from StepRow s join CallRow c on c.key = s.call
            where s.dialogue in ?1 and s.kind = SIT and c.grader is not null
            order by s.turn, s.part, s.draw
            """,
            dialogues)
        .project(Sheet.class)
        .list();
  }
}
