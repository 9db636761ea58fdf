package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.dialogue.Plan;
import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.study.Library;
import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.Submission;
import jakarta.inject.Singleton;

/** What stored studies say of a dialogue: its plan, and the call that a step of it needs. */
@Singleton
class StepCalls {
  private final Library library;
  private final ModelRegistry registry;

  StepCalls(Library library, ModelRegistry registry) {
    this.library = library;
    this.registry = registry;
  }

  Plan plan(DialogueRow dialogue) {
    return dialogue.plan(library.study(dialogue.study).study().turns());
  }

  /**
   * The call of a step.
   *
   * @param cause the step whose end made it wanted; null at a dialogue's start
   */
  CallSpec of(DialogueRow dialogue, Step step, StepRow cause) {
    Submission study = library.study(dialogue.study);
    boolean answers = step instanceof Step.Answer;
    boolean asksAgain = step instanceof Step.Sit sheet && sheet.draw() > 0;
    return new CallSpecs(
            study.study().fresh() ? dialogue.study : "",
            alias -> registry.find(alias).map(Model::model).orElse(alias),
            study.study(),
            study.promptsFor(dialogue.domain),
            library.concept(dialogue.concept).quiz())
        .of(dialogue, step, answers ? cause.call : null, asksAgain ? cause.call : null);
  }
}
