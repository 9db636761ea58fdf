package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.StudyFile;
import dev.interact.study.Submission;
import dev.interact.study.prompt.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What a study says of its dialogues: their plans, and the call that a step of one needs. */
public final class StudyCalls {

  /** The id by which the provider knows the model of a dialogue's alias. */
  @FunctionalInterface
  public interface ModelIds {
    String of(DialogueRow dialogue, String alias);
  }

  /** A step that a dialogue is to take, and the call that it needs. */
  record Wanted(StepRow step, CallSpec call) {}

  private final Submission study;
  private final Function<String, Library.Shelf> concepts;
  private final ModelIds models;

  /**
   * @param concepts by hash
   */
  public StudyCalls(Submission study, Function<String, Library.Shelf> concepts, ModelIds models) {
    this.study = study;
    this.concepts = concepts;
    this.models = models;
  }

  StudyFile study() {
    return study.study();
  }

  /**
   * A step and its call.
   *
   * @param cause the end of the call that made the step wanted; null at a dialogue's start
   */
  Wanted wanted(DialogueRow dialogue, Step step, CallSpecs.Given given, CallEnd cause) {
    CallSpec call =
        new CallSpecs(
                study.study().fresh() ? dialogue.study : "",
                alias -> models.of(dialogue, alias),
                study.study(),
                study.promptsFor(dialogue.domain),
                concepts.apply(dialogue.concept))
            .of(dialogue, step, given);
    boolean asksAgain = step instanceof Step.Sheet sheet && sheet.draw() > 0;
    String formatError = asksAgain ? cause.formatError() : null;
    return new Wanted(new StepRow(dialogue, step, call.key(), formatError), call);
  }

  /** How many items of a sheet were answered correctly. */
  int right(DialogueRow dialogue, Step.Sheet sheet, Integer[] choices) {
    List<Integer> key = shown(dialogue, sheet).key();
    return choices == null
        ? 0
        : (int) IntStream.range(0, key.size()).filter(i -> key.get(i).equals(choices[i])).count();
  }

  /** How many items a sheet has. */
  int items(DialogueRow dialogue, Step.Sheet sheet) {
    return shown(dialogue, sheet).items().size();
  }

  private ShownQuiz shown(DialogueRow dialogue, Step.Sheet sheet) {
    return dialogue.shown(concepts.apply(dialogue.concept), StepRow.kind(sheet), sheet.part());
  }

  /**
   * What a teacher is told in the place of a question.
   *
   * @param model an answer of about the length that the next is to have; empty where none is known
   */
  String goOn(DialogueRow dialogue, int turn, Optional<String> model) {
    Map<String, Object> variables = new HashMap<>();
    if (turn == 1) {
      variables.put("first", true);
    }
    model.ifPresent(text -> variables.put("words", text.strip().split("\\s+").length));
    return Templates.fill(study.promptsFor(dialogue.domain).forks().get("lecture"), variables);
  }
}
