package dev.interact.orchestrator.progress;

import dev.interact.contracts.Hash;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.Sampling;
import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.ledger.Draw;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.study.Condition;
import dev.interact.study.StudyFile;
import dev.interact.study.input.ContentHash;
import dev.interact.study.prompt.PromptSet;
import java.util.function.UnaryOperator;

/**
 * Says which call a step needs. A call's key is a hash of its request's content: what differs in
 * nothing is asked once. A transcript enters by the keys of the calls that it is made of, which
 * stand for their recorded texts.
 *
 * <p>Where the temperature is 0 the study's seed takes no part, so that calls that are the same but
 * for it are one call: turn 0 of a dialogue and the closed-book quiz, say.
 */
final class CallSpecs {
  private final String namespace;
  private final UnaryOperator<String> models;
  private final StudyFile study;
  private final PromptSet prompts;
  private final ShownQuiz quiz;

  /**
   * @param namespace calls of different namespaces are never the same
   * @param models the provider's model id of an alias
   * @param prompts of the concept's domain
   * @param quiz of the concept
   */
  CallSpecs(
      String namespace,
      UnaryOperator<String> models,
      StudyFile study,
      PromptSet prompts,
      ShownQuiz quiz) {
    this.namespace = namespace;
    this.models = models;
    this.study = study;
    this.prompts = prompts;
    this.quiz = quiz;
  }

  /**
   * The call of a step.
   *
   * @param question the call that asked the question, for an answer; else null
   * @param before the call of the draw before, for a sheet that is asked again; else null
   */
  CallSpec of(DialogueRow dialogue, Step step, String question, String before) {
    return switch (step) {
      case Step.WriteLesson lesson -> lesson(dialogue);
      case Step.Ask(int turn) ->
          spec(
              CallKind.QUESTION,
              dialogue.student,
              drawn(dialogue, study.maxTokens().question(), "question", turn),
              ContentHash.of("prompt", prompts.student()),
              dialogue.lesson,
              dialogue.transcript);
      case Step.Answer(int turn) ->
          spec(
              CallKind.ANSWER,
              dialogue.teacher,
              drawn(dialogue, study.maxTokens().answer(), "answer", turn),
              ContentHash.of("prompt", prompts.teacher()),
              dialogue.concept,
              dialogue.transcript,
              question);
      case Step.Sit sheet -> sheet(dialogue, sheet, before);
    };
  }

  /** One lesson for a concept and author: whoever needs it, in whatever study draw, shares it. */
  private CallSpec lesson(DialogueRow dialogue) {
    int seed = Hash.seed(null, dialogue.conceptId, "lesson", 0, 0, 0);
    return spec(
        CallKind.LESSON,
        dialogue.lessonAuthor,
        new Drawn(
            new Sampling(study.temperature().lesson(), study.maxTokens().lesson(), seed),
            new Draw(null, 0, 0)),
        ContentHash.of("prompt", prompts.lesson()),
        dialogue.concept);
  }

  private CallSpec sheet(DialogueRow dialogue, Step.Sit sit, String before) {
    boolean bound = dialogue.condition == Condition.FULL_CONTEXT;
    double temperature = study.temperature().quiz();
    Long seed = temperature == 0 ? null : dialogue.seed;
    Sampling sampling =
        new Sampling(
            temperature,
            study.maxTokens().sheet(),
            Hash.seed(seed, dialogue.conceptId, "quiz", sit.turn(), sit.part(), sit.draw()));
    return spec(
        bound ? CallKind.BOUND_SHEET : CallKind.SHEET,
        dialogue.student,
        new Drawn(sampling, new Draw(seed, 0, sit.draw())),
        bound
            ? ContentHash.of("prompt", prompts.exam())
            : ContentHash.of("prompt", prompts.student()),
        bound ? dialogue.concept : null,
        ContentHash.of("sheet", quiz.part(sit.part(), dialogue.parts).sheet()),
        dialogue.lesson,
        sit.draw() == 0 ? dialogue.transcript : null,
        before);
  }

  /** How a call is sampled, and which draw it is. */
  private record Drawn(Sampling sampling, Draw draw) {}

  private Drawn drawn(DialogueRow dialogue, int maxTokens, String role, int turn) {
    double temperature = study.temperature().dialogue();
    Long seed = temperature == 0 ? null : dialogue.seed;
    return new Drawn(
        new Sampling(temperature, maxTokens, Hash.seed(seed, dialogue.conceptId, role, turn, 0, 0)),
        new Draw(seed, 0, 0));
  }

  private CallSpec spec(
      CallKind kind, String alias, Drawn drawn, String prompt, String... content) {
    CallSpec.Model model = new CallSpec.Model(alias, models.apply(alias));
    String key =
        Hash.id(
            namespace,
            ModelRequest.RENDERER,
            kind,
            model.alias(),
            model.id(),
            drawn.sampling(),
            drawn.draw(),
            prompt,
            Hash.id((Object[]) content));
    return new CallSpec(key, kind, model, drawn.sampling(), prompt, drawn.draw());
  }
}
