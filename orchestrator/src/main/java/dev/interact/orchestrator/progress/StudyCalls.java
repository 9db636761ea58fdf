package dev.interact.orchestrator.progress;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.Concept;
import dev.interact.study.StudyFile;
import dev.interact.study.Submission;
import dev.interact.study.prompt.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
    return Fact.Marks.sum(marks(dialogue, sheet, choices).values()).right();
  }

  /**
   * The marks of a sheet by the levels of its items.
   *
   * @param choices null where none could be read
   */
  SortedMap<String, Fact.Marks> marks(DialogueRow dialogue, Step.Sheet sheet, Integer[] choices) {
    List<ShownQuiz.ShownItem> items = shown(dialogue, sheet).items();
    SortedMap<String, Fact.Marks> levels = new TreeMap<>();
    for (int i = 0; i < items.size(); i++) {
      ShownQuiz.ShownItem shown = items.get(i);
      Integer choice = choices == null ? null : choices[i];
      boolean right = choice != null && choice == shown.key();
      Concept.Level level = shown.item().level();
      levels.merge(
          level == null ? Fact.Marks.NO_LEVEL : level.label(),
          new Fact.Marks(1, right ? 1 : 0, choice == null ? 1 : 0),
          Fact.Marks::plus);
    }
    return levels;
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
