package dev.interact.orchestrator.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interact.orchestrator.progress.Arm;
import dev.interact.orchestrator.progress.CandidateRow;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.text.Leaks;
import dev.interact.study.text.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line of {@code dialogues.jsonl}: a dialogue with everything that was said in it.
 *
 * @param donor the dialogue that it forks, or null
 * @param status {@code finished} or {@code failed}
 * @param reason why it failed, or null
 * @param end the dialogue's last turn, where it is not the last that it might have had
 * @param lesson the text that the student was given first, or null
 * @param turns in order
 * @param stop what the student wrote when it stopped; null where it did not, or where it forks a
 *     dialogue that was stopped
 * @param candidates questions that were tried out, turn by turn
 * @param sheets what the student wrote at each quiz, every draw
 */
@JsonPropertyOrder({"study", "dialogue", "concept", "domain", "arm"})
public record Transcript(
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
    String stop,
    List<Candidate> candidates,
    List<Sheet> sheets) {

  /**
   * A question and its answer.
   *
   * @param turn from 1
   * @param answer null where the dialogue failed before it
   * @param said all that the student wrote when it asked; null where that is the question, or where
   *     nobody asked
   * @param confidence that it stated then, from 0 to 100; null where it stated none, or was not
   *     asked for it by the strategy {@code ask-or-stop}
   * @param novelty of the answer after the lesson and the answers before it, from 0 to 1, as {@link
   *     Vocabulary#novelty} has it; null without an answer
   * @param leaks options of the quiz that the answer states, by item and option
   */
  public record Turn(
      int turn,
      String question,
      String answer,
      String said,
      Integer confidence,
      Double novelty,
      List<Leaks.Leak> leaks) {}

  /**
   * A question that was tried out.
   *
   * @param number from 0
   * @param right items of the selection half that the student got right after its answer
   * @param items of the selection half
   */
  public record Candidate(
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
  public record Sheet(
      @JsonIgnore String dialogue,
      String kind,
      int turn,
      int candidate,
      int part,
      int sample,
      int draw,
      String text,
      String formatError) {}

  /** A dialogue with its texts. */
  static Transcript of(StudyRow study, DialogueRow dialogue, Transcripts texts, Telling telling) {
    Map<Integer, String> replies =
        texts.replies().getOrDefault(dialogue.id, List.of()).stream()
            .collect(Collectors.toMap(Transcripts.Reply::turn, Transcripts.Reply::text));
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
        texts.lessons().get(dialogue.id),
        texts.turns().getOrDefault(dialogue.id, List.of()).stream()
            .map(turn -> telling.turn(turn, replies.get(turn.number())))
            .toList(),
        texts.stops().getOrDefault(dialogue.id, List.of()).stream()
            .findFirst()
            .map(Transcripts.Reply::text)
            .orElse(null),
        texts.candidates().getOrDefault(dialogue.id, List.of()).stream()
            .map(Candidate::of)
            .toList(),
        texts.sheets().getOrDefault(dialogue.id, List.of()));
  }

  static List<Sheet> sheets(List<String> dialogues) {
    return StepRow.find(
            """
            select s.dialogue, lower(cast(s.kind as String)), s.turn, s.candidate, s.part, s.sample, s.draw, c.reply,
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
