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
import dev.interact.study.StudyFile;
import dev.interact.study.Style;
import dev.interact.study.fork.Framing;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.prompt.Templates;
import dev.interact.study.strategy.Situation;
import dev.interact.study.strategy.Strategy;
import java.util.List;

/** Where the requests of a dialogue are made: its study, concept, and the prompts of its domain. */
public record Scene(StudyFile study, DialogueRow dialogue, Library.Shelf shelf, PromptSet prompts) {

  private static final int PASSAGES = 3;

  /**
   * What was said before a request.
   *
   * @param lesson null where there is none
   * @param turns up to {@link #lastTurnBefore}, and the candidate that is tried
   * @param question that is to be answered; null where none is
   */
  public record Said(String lesson, List<Exchange> turns, String question) {}

  /** The last turn that the request of a step shows; 0 for none. */
  public static int lastTurnBefore(StepRow step) {
    return switch (step.kind) {
      case SIT, RETEST -> step.turn;
      case LESSON, ASK, ANSWER, TRIAL -> step.turn - 1;
      case PREPARED_LESSON, WRITE_QUIZ, JUDGE, CLOSED_BOOK, WITH_CONTEXT, FRESH -> 0;
    };
  }

  /** The request of a step. */
  public ModelRequest request(Head head, CallKind kind, StepRow step, Said said) {
    Material material = shelf.concept().material();
    return switch (kind) {
      case LESSON -> new TeacherRequest.WriteLesson(head, prompts.lesson(), material);
      case QUESTION ->
          new StudentRequest.AskQuestion(
              head, prompts.student(), said.lesson(), said.turns(), instruction(step, said));
      case ANSWER ->
          new TeacherRequest.AnswerQuestion(
              head,
              prompts.teacher(dialogue.style),
              dialogue.style == Style.RETRIEVAL ? excerpt(material, said.question()) : material,
              said.turns(),
              said.question());
      case SHEET -> quiz(head, step, said);
      case BOUND_SHEET ->
          new TeacherRequest.SitQuizWithContext(
              head, prompts.exam(), material, sheet(step), step.formatError);
      case ITEMS, VERDICTS -> throw new IllegalStateException("no dialogue asks for " + kind);
    };
  }

  private String instruction(StepRow step, Said said) {
    Strategy strategy = dialogue.strategy();
    return strategy.hasInstruction()
        ? Templates.fill(
            prompts.instruction(strategy),
            strategy.variables(
                new Situation(
                    step.turn, study.turns(), said.lesson(), said.turns(), study.asking())))
        : null;
  }

  private static Material excerpt(Material material, String question) {
    return material.text() == null
        ? material
        : Material.of(Excerpts.of(material.text()).matching(question, PASSAGES));
  }

  private StudentRequest quiz(Head head, StepRow step, Said said) {
    boolean own =
        dialogue.framing == null || dialogue.framing == Framing.OWN || said.turns().isEmpty();
    return new StudentRequest.SitQuiz(
        head,
        prompts.student(),
        said.lesson(),
        said.turns(),
        own ? null : prompts.forks().get(dialogue.framing.label()),
        sheet(step),
        step.formatError);
  }

  private Sheet sheet(StepRow step) {
    return dialogue.shown(shelf, step.kind, step.part).sheet();
  }
}
