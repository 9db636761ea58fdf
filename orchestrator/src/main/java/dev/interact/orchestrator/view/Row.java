package dev.interact.orchestrator.view;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interact.orchestrator.progress.Arm;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.status.StudyStatus;

/**
 * A dialogue in brief. Null where an axis does not apply.
 *
 * @param study the study's id
 * @param arm which arm of the study it belongs to
 * @param axes of the arm
 * @param concept the concept's hash
 * @param seed null where nothing is sampled
 * @param lessonDraw which draw of the lesson, from 0
 * @param optionOrder which order of the options, from 0
 * @param candidate which of several questions at the turn of a fork, from 0
 * @param stage planned, running, finished or failed
 * @param reason why it failed, or null
 * @param turnsDone questions that were answered
 * @param turnsPlanned questions, if it does not end early
 * @param accuracyFirst share of the first quiz that is right, from 0 to 1; null while it has none
 * @param accuracyLast the same of the last quiz so far
 * @param calls model answers that it used, shared ones included
 * @param cost in US dollars
 */
@JsonPropertyOrder({"id", "study", "arm"})
record Row(
    String id,
    String study,
    String arm,
    @JsonUnwrapped Arm axes,
    String concept,
    String conceptId,
    String domain,
    Long seed,
    int lessonDraw,
    int optionOrder,
    Integer candidate,
    String stage,
    String reason,
    int turnsDone,
    int turnsPlanned,
    Double accuracyFirst,
    Double accuracyLast,
    long calls,
    StudyStatus.Tokens tokens,
    double cost) {

  static Row of(DialogueRow dialogue, Pace pace, Quizzes quizzes, Spent spent) {
    return new Row(
        dialogue.id,
        dialogue.study,
        dialogue.arm,
        dialogue.arm(),
        dialogue.concept,
        dialogue.conceptId,
        dialogue.domain,
        dialogue.seed,
        dialogue.lessonDraw,
        dialogue.optionOrder,
        dialogue.candidate,
        Stage.of(dialogue.stage).label(),
        dialogue.reason,
        pace.done(),
        pace.planned(),
        quizzes.first(),
        quizzes.last(),
        spent.calls(),
        spent.tokens(),
        spent.cost());
  }

  /** Questions that were answered, and those that there are to be. */
  record Pace(int done, int planned) {}
}
