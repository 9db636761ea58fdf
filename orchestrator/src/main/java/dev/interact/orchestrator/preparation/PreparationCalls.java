package dev.interact.orchestrator.preparation;

import dev.interact.contracts.Hash;
import dev.interact.contracts.Head;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.Sampling;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.contracts.teacher.TeacherRequest;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.ledger.Draw;
import dev.interact.orchestrator.progress.StepCalls;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.orchestrator.study.Library;
import dev.interact.preparation.flow.Preparation;
import dev.interact.preparation.flow.Step;
import dev.interact.preparation.order.PreparationOrder;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.study.input.ContentHash;
import dev.interact.study.prompt.PromptSet;
import jakarta.inject.Singleton;
import java.util.List;

/** The call and the request of a step of a preparation. */
@Singleton
class PreparationCalls {
  private final Library library;
  private final StepCalls models;

  PreparationCalls(Library library, StepCalls models) {
    this.library = library;
    this.models = models;
  }

  /** What kind of call a step is, and how it is sampled. */
  private record Manner(
      CallKind kind, String alias, double temperature, int maxTokens, String role, Place place) {}

  /** Where in a preparation a call stands. */
  private record Place(int round, int part, int draw) {}

  /** The call of a step; its key is a hash of the request's content. */
  CallSpec of(Dossier dossier, Step step) {
    PreparationOrder order = library.preparation(dossier.row().study);
    Manner manner = manner(order.recipe(), step);
    Place place = manner.place();
    int seed =
        Hash.seed(
            null, dossier.concept().id(), manner.role(), place.round(), place.part(), place.draw());
    Sampling sampling = new Sampling(manner.temperature(), manner.maxTokens(), seed);
    Draw draw = new Draw(null, 0, place.draw());
    CallSpec.Model model = new CallSpec.Model(manner.alias(), models.modelId(manner.alias()));
    Head nobody = new Head("", "", "", "", manner.alias(), sampling);
    ModelRequest request = request(dossier, step, nobody);
    String key =
        Hash.id(
            order.recipe().fresh() ? dossier.row().study : "",
            ModelRequest.RENDERER,
            "preparation",
            manner.kind(),
            model.alias(),
            model.id(),
            sampling,
            draw,
            ContentHash.of("request", request));
    return new CallSpec(key, manner.kind(), model, sampling, prompt(order, dossier, step), draw);
  }

  private static Manner manner(Recipe recipe, Step step) {
    Recipe.Temperature temperature = recipe.temperature();
    Recipe.MaxTokens most = recipe.maxTokens();
    return switch (step) {
      case Step.WriteLesson(String author) ->
          new Manner(
              CallKind.LESSON,
              author,
              temperature.lesson(),
              most.lesson(),
              "lesson",
              new Place(0, 0, 0));
      case Step.WriteQuiz(int round, int draw) ->
          new Manner(
              CallKind.ITEMS,
              recipe.author(),
              temperature.author(),
              most.author(),
              "author",
              new Place(round, 0, draw));
      case Step.Judge(int round, int draw) ->
          new Manner(
              CallKind.VERDICTS,
              recipe.gates().judge(),
              temperature.judge(),
              most.judge(),
              "judge",
              new Place(round, 0, draw));
      case Step.Sit sit ->
          new Manner(
              sit.gate().hasContext() ? CallKind.BOUND_SHEET : CallKind.SHEET,
              sit.model(),
              temperature.quiz(),
              most.sheet(),
              sit.gate() + "-" + sit.attempt(),
              new Place(sit.round(), sit.part(), sit.draw()));
    };
  }

  private static String prompt(PreparationOrder order, Dossier dossier, Step step) {
    PromptSet prompts = order.promptsFor(dossier.row().domain);
    return ContentHash.of(
        "prompt",
        switch (step) {
          case Step.WriteLesson lesson -> prompts.lesson();
          case Step.WriteQuiz quiz -> prompts.author();
          case Step.Judge judge -> prompts.judge();
          case Step.Sit sit -> sit.gate().hasContext() ? prompts.exam() : prompts.student();
        });
  }

  /** The request of a step. */
  ModelRequest request(Dossier dossier, Step step, Head head) {
    PromptSet prompts = library.preparation(dossier.row().study).promptsFor(dossier.row().domain);
    var material = dossier.concept().material();
    return switch (step) {
      case Step.WriteLesson lesson ->
          new TeacherRequest.WriteLesson(head, prompts.lesson(), material);
      case Step.WriteQuiz quiz ->
          new TeacherRequest.WriteQuiz(
              head,
              prompts.author(),
              material,
              dossier.preparation().order(quiz, dossier.replies()));
      case Step.Judge judge -> {
        ShownQuiz shown = shown(dossier, judge);
        yield new TeacherRequest.JudgeItems(
            head, prompts.judge(), material, shown.sheet(), shown.key(), error(dossier, judge));
      }
      case Step.Sit sit ->
          sit.gate().hasContext()
              ? new TeacherRequest.SitQuizWithContext(
                  head, prompts.exam(), material, shown(dossier, sit).sheet(), error(dossier, sit))
              : new StudentRequest.SitQuiz(
                  head,
                  prompts.student(),
                  null,
                  List.of(),
                  null,
                  shown(dossier, sit).sheet(),
                  error(dossier, sit));
    };
  }

  private static String error(Dossier dossier, Step step) {
    return dossier.preparation().formatError(step, dossier.replies());
  }

  /**
   * The items of a sheet, or those that are judged, as they are shown.
   *
   * @throws IllegalArgumentException for a step that shows none
   */
  static ShownQuiz shown(Dossier dossier, Step step) {
    Preparation preparation = dossier.preparation();
    return switch (step) {
      case Step.Judge judge ->
          ShownQuiz.of(preparation.shown(judge, dossier.replies()), preparation.optionOrder(judge));
      case Step.Sit sit ->
          ShownQuiz.of(preparation.shown(sit, dossier.replies()), preparation.optionOrder(sit))
              .part(sit.part(), preparation.parts(sit, dossier.replies()));
      case Step.WriteLesson lesson -> throw new IllegalArgumentException("a lesson has no items");
      case Step.WriteQuiz quiz -> throw new IllegalArgumentException("an order has no items");
    };
  }
}
