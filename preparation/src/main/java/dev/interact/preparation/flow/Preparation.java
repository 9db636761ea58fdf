package dev.interact.preparation.flow;

import dev.interact.contracts.teacher.QuizOrder;
import dev.interact.preparation.flow.Step.Gate;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.result.Prepared.Lesson;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The preparation of one concept: a pure function of the replies that are there. Replies to steps
 * that are not wanted change nothing, whatever they are.
 *
 * <p>What a step asks may be looked up once it is wanted, and as long as its earlier replies are
 * given; else {@link IllegalArgumentException} is thrown.
 */
public final class Preparation {
  /** How often a sheet, or the judge, is asked again when the reply cannot be read. */
  public static final int RE_ASKS = 3;

  private final Setting setting;

  private Preparation(Setting setting) {
    this.setting = setting;
  }

  /** Begins with a concept that has no quiz; one that it has is replaced. */
  public static Preparation of(Recipe recipe, Concept concept) {
    return new Preparation(Setting.of(recipe, concept));
  }

  /** What comes next. */
  public Next after(Map<Step, Ended> there) {
    Replies replies = new Replies(there);
    Optional<Progress> progress = progress(setting.recipe().rounds(), replies);
    Optional<Finish> finish = progress.flatMap(all -> finish(all, replies));
    List<Lesson> lessons = lessons(replies);
    return replies
        .lacking()
        .orElseGet(() -> new Next.Finished(finish.orElseThrow().prepared(lessons)));
  }

  /** What an author is asked for. */
  public QuizOrder order(Step.WriteQuiz step, Map<Step, Ended> there) {
    Replies replies = new Replies(there);
    Writing writing = new Writing(setting, step.round(), before(step.round(), replies));
    if (!writing.read(step.draw() - 1, replies)) {
      throw early(step);
    }
    return writing.order();
  }

  /** The concept with the items that a sheet's gate shows, as its quiz. */
  public Concept shown(Step.Sit step, Map<Step, Ended> there) {
    return setting.with(items(step, there));
  }

  /** The concept with the items that are judged, as its quiz. */
  public Concept shown(Step.Judge step, Map<Step, Ended> there) {
    return setting.with(written(step.round(), there));
  }

  /** In which order a sheet shows options: a draw that no study has, for studies count from 0. */
  public int optionOrder(Step.Sit step) {
    return OrderDraw.of(step);
  }

  /** In which order the judge sees options. */
  public int optionOrder(Step.Judge step) {
    return OrderDraw.JUDGE;
  }

  /** How many sheets the items that a step shows are divided into: 1, or one for each. */
  public int parts(Step.Sit step, Map<Step, Ended> there) {
    return setting.recipe().quiz().calls(items(step, there).size());
  }

  /**
   * Why the reply to the draw before could not be read, for the model; null at draw 0, and for
   * steps that need none: authors are told by the problems of their order.
   */
  public String formatError(Step step, Map<Step, Ended> there) {
    return switch (step) {
      case Step.WriteLesson lesson -> null;
      case Step.WriteQuiz write -> null;
      case Step.Judge(int round, int draw) ->
          draw == 0
              ? null
              : new Judging(round, written(round, there).size())
                  .formatError(draw - 1, new Replies(there));
      case Step.Sit sit -> formatError(sit, there);
    };
  }

  private static String formatError(Step.Sit sit, Map<Step, Ended> there) {
    if (sit.draw() == 0) {
      return null;
    }
    return there.get(sit.before()) instanceof Ended.Sat sat ? sat.formatError() : null;
  }

  /** How many calls a concept takes at most. */
  public static int mostCalls(Recipe recipe) {
    int draws = 1 + RE_ASKS;
    int items = recipe.items().count();
    int judged = recipe.hasJudge() ? draws : 0;
    int round =
        1
            + recipe.reAsks()
            + draws * (closedBook(recipe, items) + withContext(recipe, items))
            + judged;
    return recipe.lessons().size() + recipe.rounds() * round + draws * closedBook(recipe, items);
  }

  /** How many calls a concept takes if all that is written passes at once, and can be read. */
  public static int leastCalls(Recipe recipe) {
    int items = recipe.items().count();
    int judged = recipe.hasJudge() ? 1 : 0;
    int round = 1 + closedBook(recipe, items) + withContext(recipe, items) + judged;
    return recipe.lessons().size() + round + closedBook(recipe, items);
  }

  private static int closedBook(Recipe recipe, int items) {
    Recipe.ClosedBook gate = recipe.gates().closedBook();
    return gate.models().size() * gate.tries() * recipe.quiz().calls(items);
  }

  private static int withContext(Recipe recipe, int items) {
    Recipe.WithContext gate = recipe.gates().withContext();
    return gate.models().size() * gate.tries() * recipe.quiz().calls(items);
  }

  /** What at most so many rounds came to; empty while a reply lacks. */
  private Optional<Progress> progress(int rounds, Replies replies) {
    Optional<Progress> progress = Optional.of(Progress.NONE);
    for (int number = 0; number < rounds && progress.isPresent(); number++) {
      Progress before = progress.get();
      if (before.missing(setting.recipe()) == 0) {
        break;
      }
      progress = new Round(setting, number, before).ended(replies);
    }
    return progress;
  }

  private Optional<Finish> finish(Progress progress, Replies replies) {
    List<QuizItem> quiz = progress.quiz(setting.recipe());
    Optional<List<List<Tally>>> fresh =
        quiz.isEmpty()
            ? Optional.of(List.of())
            : new Sheets(setting, Gate.FRESH, 0, quiz).marked(replies);
    return fresh.map(marks -> new Finish(setting, progress, marks));
  }

  private List<Lesson> lessons(Replies replies) {
    List<Lesson> lessons = new ArrayList<>();
    for (String author : setting.recipe().lessons()) {
      replies
          .said(new Step.WriteLesson(author))
          .ifPresent(text -> lessons.add(new Lesson(author, text)));
    }
    return lessons;
  }

  private Progress before(int round, Replies replies) {
    return progress(round, replies)
        .orElseThrow(() -> new IllegalArgumentException("round %d has not begun".formatted(round)));
  }

  private List<QuizItem> items(Step.Sit step, Map<Step, Ended> there) {
    return switch (step.gate()) {
      case CLOSED_BOOK, WITH_CONTEXT -> written(step.round(), there);
      case FRESH -> before(setting.recipe().rounds(), new Replies(there)).quiz(setting.recipe());
    };
  }

  private List<QuizItem> written(int round, Map<Step, Ended> there) {
    Replies replies = new Replies(there);
    Writing writing = new Writing(setting, round, before(round, replies));
    if (!writing.isOver(replies)) {
      throw new IllegalArgumentException("round %d is not written".formatted(round));
    }
    return writing.accepted();
  }

  private static IllegalArgumentException early(Step step) {
    return new IllegalArgumentException("not wanted yet: " + step);
  }
}
