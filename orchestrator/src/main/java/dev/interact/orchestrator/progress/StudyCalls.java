package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.dialogue.Plan;
import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.Submission;
import java.util.function.Function;

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

  Plan plan(DialogueRow dialogue) {
    return dialogue.plan(study.study().turns());
  }

  /**
   * A step and its call.
   *
   * @param cause the end of the call that made the step wanted; null at a dialogue's start
   */
  Wanted wanted(DialogueRow dialogue, Step step, CallEnd cause) {
    boolean answers = step instanceof Step.Answer;
    boolean asksAgain = step instanceof Step.Sit sheet && sheet.draw() > 0;
    CallSpec call =
        new CallSpecs(
                study.study().fresh() ? dialogue.study : "",
                alias -> models.of(dialogue, alias),
                study.study(),
                study.promptsFor(dialogue.domain),
                concepts.apply(dialogue.concept).quiz())
            .of(dialogue, step, answers ? cause.call() : null, asksAgain ? cause.call() : null);
    String formatError = asksAgain ? cause.formatError() : null;
    return new Wanted(new StepRow(dialogue, step, call.key(), formatError), call);
  }
}
