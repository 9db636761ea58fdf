package dev.interact.orchestrator.results;

import dev.interact.contracts.Head;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.Sampling;
import dev.interact.orchestrator.dispatch.Scene;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.Condition;
import dev.interact.study.Human;
import dev.interact.study.Submission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The requests of finished dialogues, made once more of what is stored.
 *
 * @param steps by dialogue
 */
record Remade(Transcripts texts, Map<String, List<StepRow>> steps) {

  /** The request of a call. */
  record Request(String call, ModelRequest request) {}

  static Remade of(List<DialogueRow> dialogues) {
    List<String> ids = dialogues.stream().map(dialogue -> dialogue.id).toList();
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                new Remade(
                    Transcripts.of(dialogues),
                    StepRow.ofDialogues(ids).stream()
                        .collect(Collectors.groupingBy(step -> step.dialogue))));
  }

  /** Those of a dialogue; what a person was asked is none. */
  List<Request> requests(Submission study, DialogueRow dialogue, Library.Shelf shelf) {
    Scene scene = new Scene(study.study(), dialogue, shelf, study.promptsFor(dialogue.domain));
    return steps.getOrDefault(dialogue.id, List.of()).stream()
        .filter(step -> !Human.is(model(dialogue, step)))
        .map(
            step ->
                new Request(
                    step.call,
                    scene.request(
                        addressed(model(dialogue, step)),
                        kind(dialogue, step),
                        step,
                        texts.before(step))))
        .toList();
  }

  private static CallKind kind(DialogueRow dialogue, StepRow step) {
    return switch (step.kind) {
      case LESSON -> CallKind.LESSON;
      case ASK -> CallKind.QUESTION;
      case ANSWER -> CallKind.ANSWER;
      case SIT, RETEST, TRIAL ->
          dialogue.condition == Condition.FULL_CONTEXT ? CallKind.BOUND_SHEET : CallKind.SHEET;
      case PREPARED_LESSON, WRITE_QUIZ, JUDGE, CLOSED_BOOK, WITH_CONTEXT, FRESH ->
          throw new IllegalStateException("no dialogue has a step " + step.kind);
    };
  }

  private static String model(DialogueRow dialogue, StepRow step) {
    return switch (kind(dialogue, step)) {
      case LESSON -> dialogue.lessonAuthor;
      case ANSWER -> dialogue.teacher;
      case QUESTION, SHEET, BOUND_SHEET -> dialogue.student;
      case ITEMS, VERDICTS ->
          throw new IllegalStateException("no dialogue has a step " + step.kind);
    };
  }

  private static Head addressed(String model) {
    return new Head("", "", "", "", model, new Sampling(0, 1, 0));
  }
}
