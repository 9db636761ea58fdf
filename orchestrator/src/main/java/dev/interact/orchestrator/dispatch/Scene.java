package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.student.Sheet;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.contracts.teacher.Material;
import dev.interact.contracts.teacher.TeacherRequest;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.prompt.PromptSet;
import java.util.List;

/** Where the requests of a dialogue are made: its concept, and the prompts of its domain. */
public record Scene(DialogueRow dialogue, Library.Shelf shelf, PromptSet prompts) {

  /**
   * What was said before a request.
   *
   * @param lesson null where there is none
   * @param turns up to {@link #lastTurnBefore}
   * @param question that is to be answered; null where none is
   */
  public record Said(String lesson, List<Exchange> turns, String question) {}

  /** The last turn that the request of a step shows; 0 for none. */
  public static int lastTurnBefore(StepRow step) {
    return step.kind == StepRow.Kind.SIT ? step.turn : step.turn - 1;
  }

  /** The request of a step. */
  public ModelRequest request(Head head, CallKind kind, StepRow step, Said said) {
    Material material = shelf.concept().material();
    return switch (kind) {
      case LESSON -> new TeacherRequest.WriteLesson(head, prompts.lesson(), material);
      case QUESTION ->
          new StudentRequest.AskQuestion(head, prompts.student(), said.lesson(), said.turns());
      case ANSWER ->
          new TeacherRequest.AnswerQuestion(
              head, prompts.teacher(), material, said.turns(), said.question());
      case SHEET ->
          new StudentRequest.SitQuiz(
              head, prompts.student(), said.lesson(), said.turns(), sheet(step), step.formatError);
      case BOUND_SHEET ->
          new TeacherRequest.SitQuizWithContext(
              head, prompts.exam(), material, sheet(step), step.formatError);
    };
  }

  private Sheet sheet(StepRow step) {
    return shelf.quiz().part(step.part, dialogue.parts).sheet();
  }
}
