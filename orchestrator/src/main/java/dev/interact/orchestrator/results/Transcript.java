package dev.interact.orchestrator.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interact.orchestrator.progress.Arm;
import dev.interact.orchestrator.progress.CandidateRow;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.study.StudyRow;
import java.util.List;

/**
 * One line of {@code dialogues.jsonl}: a dialogue with everything that was said in it.
 *
 * @param donor the dialogue that it forks, or null
 * @param status {@code finished} or {@code failed}
 * @param reason why it failed, or null
 * @param end the dialogue's last turn, where it is not the last that it might have had
 * @param lesson the text that the student was given first, or null
 * @param turns in order; the answer is null where the dialogue failed before it
 * @param candidates questions that were tried out, turn by turn
 * @param sheets what the student wrote at each quiz, every draw
 */
@JsonPropertyOrder({"study", "dialogue", "concept", "domain", "arm"})
record Transcript(
    String study,
    String dialogue,
    String concept,
    @JsonIgnore String conceptHash,
    String domain,
    @JsonUnwrapped Arm arm,
    Long seed,
    int lessonDraw,
    int optionOrder,
    Integer candidate,
    String donor,
    String status,
    String reason,
    @JsonIgnore Integer end,
    String lesson,
    List<Turn> turns,
    List<Candidate> candidates,
    List<Sheet> sheets) {

  /** A question and its answer; turns count from 1. */
  record Turn(int turn, String question, String answer) {}

  /**
   * A question that was tried out.
   *
   * @param number from 0
   * @param right items of the selection half that the student got right after its answer
   * @param items of the selection half
   */
  record Candidate(
      int turn, int number, String question, String answer, int right, int items, boolean chosen) {
    static Candidate of(CandidateRow.Spoken one) {
      return new Candidate(
          one.turn(),
          one.number(),
          one.question(),
          one.answer(),
          one.right(),
          one.items(),
          one.chosen());
    }
  }

  /**
   * What was written at a quiz.
   *
   * @param turn 0 before any question
   * @param part which sheet of the quiz
   * @param kind {@code sit}; {@code retest} for a second draw, {@code trial} for a candidate
   * @param candidate which candidate was tried, from 0
   * @param sample which of several sheets, from 0
   * @param draw 0 at first; more where an answer could not be read and was asked for again
   * @param formatError why it could not be read as a whole, or null
   */
  record Sheet(
      @JsonIgnore String dialogue,
      StepRow.Kind kind,
      int turn,
      int candidate,
      int part,
      int sample,
      int draw,
      String text,
      String formatError) {}

  static Transcript of(
      StudyRow study,
      DialogueRow dialogue,
      String lesson,
      List<DialogueRow.Spoken> turns,
      List<CandidateRow.Spoken> candidates,
      List<Sheet> sheets) {
    return new Transcript(
        study.name,
        dialogue.id,
        dialogue.conceptId,
        dialogue.concept,
        dialogue.domain,
        dialogue.arm(),
        dialogue.seed,
        dialogue.lessonDraw,
        dialogue.optionOrder,
        dialogue.candidate,
        dialogue.donor,
        Results.status(dialogue),
        dialogue.reason,
        dialogue.turns,
        lesson,
        turns.stream().map(t -> new Turn(t.number(), t.question(), t.answer())).toList(),
        candidates.stream().map(Candidate::of).toList(),
        sheets);
  }

  static List<Sheet> sheets(List<String> dialogues) {
    return StepRow.find(
            """
            select s.dialogue, s.kind, s.turn, s.candidate, s.part, s.sample, s.draw, c.reply,
                   c.formatError
            from StepRow s join CallRow c on c.key = s.call
            where s.dialogue in ?1 and s.kind in (SIT, RETEST, TRIAL) and c.grader is not null
            order by s.turn, s.kind, s.candidate, s.part, s.sample, s.draw
            """,
            dialogues)
        .project(Sheet.class)
        .list();
  }
}
