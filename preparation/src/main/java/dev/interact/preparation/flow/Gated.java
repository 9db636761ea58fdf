package dev.interact.preparation.flow;

import dev.interact.preparation.item.Verdict;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.study.Concept.Level;
import dev.interact.study.Concept.QuizItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An item that went through the gates.
 *
 * @param item its id is of its round and place
 * @param closedBook by model
 * @param withContext by model
 * @param verdict empty where no judge gave one
 */
record Gated(
    QuizItem item, List<Tally> closedBook, List<Tally> withContext, Optional<Verdict> verdict) {
  static final String NOT_JUDGED = "The judge gave no verdict that could be read.";

  static boolean passesClosedBook(Tally tally, Recipe recipe) {
    return tally.right() < recipe.gates().closedBook().dropFrom();
  }

  static boolean passesWithContext(Tally tally, Recipe recipe) {
    return tally.right() >= recipe.gates().withContext().keepFrom();
  }

  Level level() {
    return item.level();
  }

  boolean isKept(Recipe recipe) {
    return !needsNoContext(recipe) && !isUnanswered(recipe) && !isRefused(recipe);
  }

  boolean needsNoContext(Recipe recipe) {
    return closedBook.stream().anyMatch(tally -> !passesClosedBook(tally, recipe));
  }

  boolean isUnanswered(Recipe recipe) {
    return withContext.stream().anyMatch(tally -> !passesWithContext(tally, recipe));
  }

  boolean isRefused(Recipe recipe) {
    return recipe.hasJudge() && !verdict.map(Verdict::passes).orElse(false);
  }

  /** Why it is dropped, in sentences. */
  String reason(Recipe recipe) {
    List<String> reasons = new ArrayList<>();
    closedBook.stream()
        .filter(tally -> !passesClosedBook(tally, recipe))
        .map(tally -> sentence("%s answers it without the context in %d of %d tries.", tally))
        .forEach(reasons::add);
    withContext.stream()
        .filter(tally -> !passesWithContext(tally, recipe))
        .map(tally -> sentence("%s answers it with the context in %d of %d tries.", tally))
        .forEach(reasons::add);
    if (isRefused(recipe)) {
      reasons.add(verdict.map(Gated::refusal).orElse(NOT_JUDGED));
    }
    return String.join(" ", reasons);
  }

  private static String sentence(String form, Tally tally) {
    return form.formatted(tally.model(), tally.right(), tally.tries());
  }

  private static String refusal(Verdict verdict) {
    List<String> answers = new ArrayList<>();
    if (!verdict.comprehension()) {
      answers.add("it does not test understanding of the material");
    }
    if (!verdict.answerable()) {
      answers.add("the material does not show that the right option alone is right");
    }
    if (!verdict.selfContained()) {
      answers.add("it takes knowledge from outside the material");
    }
    return "By the judge, %s.".formatted(String.join(", and ", answers));
  }
}
