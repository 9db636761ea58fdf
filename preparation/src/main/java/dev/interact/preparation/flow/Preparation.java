package dev.interact.preparation.flow;

import dev.interact.contracts.teacher.QuizOrder;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.study.Concept;
import java.util.Map;

/**
 * The preparation of one concept: a pure function of the replies that are there. Replies to steps
 * that are not wanted change nothing.
 */
public final class Preparation {
  /** How often a sheet, or the judge, is asked again when the reply cannot be read. */
  public static final int RE_ASKS = 3;

  private Preparation(Recipe recipe, Concept concept) {}

  /** Begins with a concept that has no quiz; one that it has is replaced. */
  public static Preparation of(Recipe recipe, Concept concept) {
    return new Preparation(recipe, concept);
  }

  /** What comes next. */
  public Next after(Map<Step, Ended> replies) {
    throw new UnsupportedOperationException();
  }

  /** What an author is asked for. */
  public QuizOrder order(Step.WriteQuiz step, Map<Step, Ended> replies) {
    throw new UnsupportedOperationException();
  }

  /** The concept with the items that a sheet shows, as its quiz. */
  public Concept shown(Step.Sit step, Map<Step, Ended> replies) {
    throw new UnsupportedOperationException();
  }

  /** The concept with the items that are judged, as its quiz. */
  public Concept shown(Step.Judge step, Map<Step, Ended> replies) {
    throw new UnsupportedOperationException();
  }

  /** In which order a sheet shows options: a draw that no study has, for studies count from 0. */
  public int optionOrder(Step.Sit step) {
    throw new UnsupportedOperationException();
  }

  /** As of a sheet. */
  public int optionOrder(Step.Judge step) {
    throw new UnsupportedOperationException();
  }

  /** How many sheets the items of a step are divided into: 1, or one for each. */
  public int parts(Step.Sit step, Map<Step, Ended> replies) {
    throw new UnsupportedOperationException();
  }

  /**
   * Why the reply to the draw before could not be read: a sentence for the model; null at draw 0
   * and for steps that say it otherwise.
   */
  public String formatError(Step step, Map<Step, Ended> replies) {
    throw new UnsupportedOperationException();
  }

  /** How many calls a concept takes at most. */
  public static int mostCalls(Recipe recipe) {
    throw new UnsupportedOperationException();
  }

  /** How many calls a concept takes if all that the author writes passes at once. */
  public static int leastCalls(Recipe recipe) {
    throw new UnsupportedOperationException();
  }
}
