package dev.interact.orchestrator.progress;

import dev.interact.contracts.Hash;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.Sampling;
import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.ledger.Draw;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.Condition;
import dev.interact.study.Human;
import dev.interact.study.StudyFile;
import dev.interact.study.Style;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.fork.Framing;
import dev.interact.study.input.ContentHash;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.strategy.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private final Library.Shelf shelf;

  /**
   * @param namespace calls of different namespaces are never the same
   * @param models the provider's model id of an alias
   * @param prompts of the concept's domain
   * @param shelf the concept and its quiz
   */
  CallSpecs(
      String namespace,
      UnaryOperator<String> models,
      StudyFile study,
      PromptSet prompts,
      Library.Shelf shelf) {
    this.namespace = namespace;
    this.models = models;
    this.study = study;
    this.prompts = prompts;
    this.shelf = shelf;
  }

  /**
   * What else a step's request is made from.
   *
   * @param question stands for the question, of an answer or of a candidate that is tried; else
   *     null
   * @param answer the call that answered it, of a candidate that is tried; else null
   * @param before the call of the draw before, for a sheet that is asked again; else null
   */
  record Given(String question, String answer, String before) {
    static final Given NOTHING = new Given(null, null, null);
  }

  /** The call of a step. */
  CallSpec of(DialogueRow dialogue, Step step, Given given) {
    return switch (step) {
      case Step.WriteLesson lesson -> lesson(dialogue);
      case Step.Ask(int turn, int candidate) -> question(dialogue, turn, candidate);
      case Step.Answer(int turn, int candidate) -> answer(dialogue, turn, given.question());
      case Step.Sheet sheet -> sheet(dialogue, sheet, given);
    };
  }

  private CallSpec question(DialogueRow dialogue, int turn, int candidate) {
    int which = dialogue.isForkAt(turn) ? dialogue.candidate : candidate;
    return spec(
        CallKind.QUESTION,
        dialogue.student,
        drawn(
            dialogue,
            study.maxTokensOf(dialogue.student).question(),
            study.temperatureOf(dialogue.student).dialogue(),
            new Place("question", turn, which)),
        ContentHash.of("prompt", prompts.student()),
        content(dialogue.lesson, dialogue.transcript)
            .and(instruction(dialogue, turn))
            .and(seat(dialogue)));
  }

  /** Null for a strategy that says nothing. */
  private String instruction(DialogueRow dialogue, int turn) {
    Strategy strategy = dialogue.strategy();
    return strategy.hasInstruction()
        ? ContentHash.of(
            "instruction",
            List.of(strategy.label(), prompts.instruction(strategy), study.asking(), turn))
        : null;
  }

  private CallSpec answer(DialogueRow dialogue, int turn, String question) {
    return spec(
        CallKind.ANSWER,
        dialogue.teacher,
        drawn(
            dialogue,
            study.maxTokensOf(dialogue.teacher).answer(),
            study.temperatureOf(dialogue.teacher).dialogue(),
            new Place(answersWhom(dialogue), turn, 0)),
        ContentHash.of("prompt", prompts.teacher(dialogue.style)),
        content(dialogue.concept, dialogue.transcript, question)
            .and(dialogue.style == Style.RETRIEVAL ? Style.RETRIEVAL.label() : null));
  }

  /**
   * Questions that are another's are answered anew for each who takes them over: the requests
   * differ in nothing but their seeds.
   */
  private static String answersWhom(DialogueRow dialogue) {
    return dialogue.fork == ForkKind.YOKED ? "answer to " + dialogue.student : "answer";
  }

  /** One lesson for a concept, author and draw: whoever needs it shares it. */
  private CallSpec lesson(DialogueRow dialogue) {
    double temperature = study.temperatureOf(dialogue.lessonAuthor).lesson();
    int seed = Hash.seed(null, dialogue.conceptId, "lesson", 0, 0, dialogue.lessonDraw);
    return spec(
        CallKind.LESSON,
        dialogue.lessonAuthor,
        new Drawn(
            new Sampling(temperature, study.maxTokensOf(dialogue.lessonAuthor).lesson(), seed),
            new Draw(null, dialogue.lessonDraw, 0)),
        ContentHash.of("prompt", prompts.lesson()),
        content(dialogue.concept));
  }

  private CallSpec sheet(DialogueRow dialogue, Step.Sheet sheet, Given given) {
    boolean bound = dialogue.condition == Condition.FULL_CONTEXT;
    StepRow.Kind kind = StepRow.kind(sheet);
    String heard =
        given.question() == null
            ? dialogue.transcript
            : dialogue.transcriptWith(given.question(), given.answer());
    return spec(
        bound ? CallKind.BOUND_SHEET : CallKind.SHEET,
        dialogue.student,
        drawn(dialogue, sheet),
        bound
            ? ContentHash.of("prompt", prompts.exam())
            : ContentHash.of("prompt", prompts.student()),
        content(
                bound ? dialogue.concept : null,
                ContentHash.of("sheet", dialogue.shown(shelf, kind, sheet.part()).sheet()),
                dialogue.lesson,
                sheet.draw() == 0 ? heard : null,
                given.before())
            .and(sheet.turn() > 0 ? framing(dialogue) : null)
            .and(seat(dialogue)));
  }

  /** What a person says is said in one dialogue: elsewhere sits another, or one who knows more. */
  private static String seat(DialogueRow dialogue) {
    return Human.is(dialogue.student) ? ContentHash.of("seat", dialogue.id) : null;
  }

  /** Null where the student sees a transcript as its own. */
  private String framing(DialogueRow dialogue) {
    return dialogue.framing == null || dialogue.framing == Framing.OWN
        ? null
        : ContentHash.of("framing", prompts.forks().get(dialogue.framing.label()));
  }

  /** A second draw at temperature 0 is the same request on the wire. */
  private Drawn drawn(DialogueRow dialogue, Step.Sheet sheet) {
    double temperature = study.temperatureOf(dialogue.student).quiz();
    Long seed = temperature == 0 ? null : dialogue.seed;
    int sample = sheet instanceof Step.Sit sit ? sit.sample() : 0;
    String role = sample == 0 ? "quiz" : "quiz-" + sample;
    Sampling sampling =
        new Sampling(
            temperature,
            study.maxTokensOf(dialogue.student).sheet(),
            Hash.seed(seed, dialogue.conceptId, role, sheet.turn(), sheet.part(), sheet.draw()));
    int which = sheet instanceof Step.Retest ? 1 : sample;
    return new Drawn(sampling, new Draw(seed, which, sheet.draw()));
  }

  /** How a call is sampled, and which draw it is. */
  private record Drawn(Sampling sampling, Draw draw) {}

  /** Where in a dialogue something is said, and which of several candidates it is. */
  private record Place(String role, int turn, int candidate) {}

  private Drawn drawn(DialogueRow dialogue, int maxTokens, double temperature, Place place) {
    Long seed = temperature == 0 ? null : dialogue.seed;
    return new Drawn(
        new Sampling(
            temperature,
            maxTokens,
            Hash.seed(seed, dialogue.conceptId, place.role(), place.turn(), place.candidate(), 0)),
        new Draw(seed, place.candidate(), 0));
  }

  /** What a request is made from beside its prompt, in order. */
  private record Content(List<Object> parts) {
    /** With one part more; null changes nothing. */
    Content and(String more) {
      if (more == null) {
        return this;
      }
      List<Object> all = new ArrayList<>(parts);
      all.add(more);
      return new Content(all);
    }
  }

  private static Content content(String... parts) {
    return new Content(Arrays.asList((Object[]) parts));
  }

  private CallSpec spec(CallKind kind, String alias, Drawn drawn, String prompt, Content content) {
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
            Hash.id(content.parts().toArray()));
    return new CallSpec(key, kind, model, drawn.sampling(), prompt, drawn.draw());
  }
}
