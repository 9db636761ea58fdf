package dev.interact.preparation.flow;

import dev.interact.preparation.flow.Step.Gate;
import dev.interact.preparation.item.Verdict;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.result.Prepared.Dropped;
import dev.interact.study.Concept.QuizItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Once through writing and gates. */
final class Round {
  private static final String OPEN = "%d item(s) could be answered without the material.";
  private static final String UNANSWERED =
      "%d item(s) could not be answered with the material: make sure that it shows the right option, and that alone, to be right.";
  private static final String REFUSED =
      "%d item(s) were refused by a judge: test understanding, and let the material alone show which option is right.";

  private final Setting setting;
  private final int number;
  private final Progress before;
  private final Writing writing;

  Round(Setting setting, int number, Progress before) {
    this.setting = setting;
    this.number = number;
    this.before = before;
    this.writing = new Writing(setting, number, before);
  }

  /** What it came to with all before it; empty while a reply lacks. */
  Optional<Progress> ended(Replies replies) {
    return writing.isOver(replies) ? gated(replies).map(this::progress) : Optional.empty();
  }

  /** All gates are asked at once. */
  private Optional<List<Gated>> gated(Replies replies) {
    List<QuizItem> items = writing.accepted();
    if (items.isEmpty()) {
      return Optional.of(List.of());
    }
    var closedBook = new Sheets(setting, Gate.CLOSED_BOOK, number, items).marked(replies);
    var withContext = new Sheets(setting, Gate.WITH_CONTEXT, number, items).marked(replies);
    Optional<Map<Integer, Verdict>> verdicts = verdicts(items, replies);
    if (closedBook.isEmpty() || withContext.isEmpty() || verdicts.isEmpty()) {
      return Optional.empty();
    }
    List<Gated> gated = new ArrayList<>();
    for (int at = 0; at < items.size(); at++) {
      Optional<Verdict> verdict = Optional.ofNullable(verdicts.get().get(at));
      gated.add(
          new Gated(items.get(at), closedBook.get().get(at), withContext.get().get(at), verdict));
    }
    return Optional.of(gated);
  }

  private Optional<Map<Integer, Verdict>> verdicts(List<QuizItem> items, Replies replies) {
    return setting.recipe().hasJudge()
        ? new Judging(number, items.size()).verdicts(replies)
        : Optional.of(Map.of());
  }

  private Progress progress(List<Gated> gated) {
    Recipe recipe = setting.recipe();
    List<Gated> all = new ArrayList<>(before.gated());
    all.addAll(gated);
    List<Dropped> dropped = new ArrayList<>(before.dropped());
    dropped.addAll(writing.refused());
    for (Gated item : gated) {
      if (!item.isKept(recipe)) {
        QuizItem marked = ItemFields.gated(item, item.item().id(), recipe);
        dropped.add(new Dropped(number, marked, item.reason(recipe)));
      }
    }
    return new Progress(List.copyOf(all), List.copyOf(dropped), problems(gated));
  }

  /** What the author is told before it writes others. */
  private List<String> problems(List<Gated> gated) {
    Recipe recipe = setting.recipe();
    List<String> problems = new ArrayList<>();
    tell(problems, gated, item -> item.needsNoContext(recipe), OPEN);
    tell(problems, gated, item -> item.isUnanswered(recipe), UNANSWERED);
    tell(problems, gated, item -> item.isRefused(recipe), REFUSED);
    problems.addAll(writing.problems());
    return List.copyOf(problems);
  }

  private static void tell(
      List<String> problems, List<Gated> gated, Predicate<Gated> which, String form) {
    long number = gated.stream().filter(which).count();
    if (number > 0) {
      problems.add(form.formatted(number));
    }
  }
}
