package dev.interact.preparation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.teacher.QuizOrder;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.result.Prepared;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import dev.interact.study.OptionOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * A preparation with models that do as they should, unless told otherwise: authors write what is
 * ordered, students are right with the context and wrong without, judges say yes.
 */
final class Play {
  static final Concept CONCEPT =
      new Concept("c", "news", "T", Facts.context(), null, List.of(), null, null, Map.of());

  private final Preparation preparation;
  private final List<Rule> rules = new ArrayList<>();
  private final Map<Step, Ended> replies = new LinkedHashMap<>();
  private final List<Set<Step>> waves = new ArrayList<>();

  private record Rule(Predicate<Step> which, Function<Step, Ended> reply) {}

  Play(Recipe recipe) {
    this(recipe, CONCEPT);
  }

  Play(Recipe recipe, Concept concept) {
    preparation = Preparation.of(recipe, concept);
  }

  /** Of several rules for a step the last one counts. */
  Play when(Predicate<Step> which, Function<Step, Ended> reply) {
    rules.addFirst(new Rule(which, reply));
    return this;
  }

  Play when(Step step, Ended reply) {
    return when(step::equals, asked -> reply);
  }

  Play says(Step step, String text) {
    return when(step, new Ended.Said(text));
  }

  /** A model's choices, as original positions, on the sheets of some kind. */
  Play chooses(Predicate<Step.Sit> which, ToIntFunction<QuizItem> choice) {
    return when(
        step -> step instanceof Step.Sit sit && which.test(sit),
        step -> sat((Step.Sit) step, choice));
  }

  Preparation preparation() {
    return preparation;
  }

  Map<Step, Ended> replies() {
    return replies;
  }

  /** What was wanted at once, each time that all of it had been replied to. */
  List<Set<Step>> waves() {
    return waves;
  }

  /** Replies to all that is wanted until nothing more is. */
  Next end() {
    Next next = preparation.after(replies);
    while (next instanceof Next.Waits(Set<Step> steps)) {
      assertThat(steps).isNotEmpty().noneMatch(replies::containsKey);
      waves.add(steps);
      Map<Step, Ended> wave = new LinkedHashMap<>();
      steps.forEach(step -> wave.put(step, reply(step)));
      replies.putAll(wave);
      next = preparation.after(replies);
    }
    return next;
  }

  /** As {@link #end()}, with replies one by one in any order; nothing wanted is ever taken back. */
  Next end(Random random) {
    Next next = preparation.after(replies);
    while (next instanceof Next.Waits(Set<Step> steps)) {
      assertThat(steps).isNotEmpty().noneMatch(replies::containsKey);
      Step step = List.copyOf(steps).get(random.nextInt(steps.size()));
      replies.put(step, reply(step));
      next = preparation.after(replies);
      if (next instanceof Next.Waits(Set<Step> more)) {
        assertThat(more).containsAll(steps.stream().filter(old -> !old.equals(step)).toList());
      }
    }
    return next;
  }

  Prepared prepared() {
    assertThat(end()).isInstanceOf(Next.Finished.class);
    return ((Next.Finished) preparation.after(replies)).prepared();
  }

  QuizOrder order(int round, int draw) {
    return preparation.order(new Step.WriteQuiz(round, draw), replies);
  }

  Ended reply(Step step) {
    return rules.stream()
        .filter(rule -> rule.which().test(step))
        .findFirst()
        .map(rule -> rule.reply().apply(step))
        .orElseGet(() -> asItShould(step));
  }

  private Ended asItShould(Step step) {
    return switch (step) {
      case Step.WriteLesson(String author) -> new Ended.Said("A lesson by " + author);
      case Step.WriteQuiz write ->
          new Ended.Said(Facts.quiz(preparation.order(write, replies), write));
      case Step.Judge judge ->
          new Ended.Said(verdicts(preparation.shown(judge, replies).quiz().size(), true));
      case Step.Sit sit -> sat(sit, item -> sit.gate().hasContext() ? item.answer() : wrong(item));
    };
  }

  static int wrong(QuizItem item) {
    return (item.answer() + 1) % item.options().size();
  }

  static String verdicts(int items, boolean yes) {
    List<String> verdicts = new ArrayList<>();
    for (int item = 1; item <= items; item++) {
      verdicts.add(verdict(item, yes));
    }
    return "{\"verdicts\": [" + String.join(",", verdicts) + "]}";
  }

  static String verdict(int item, boolean yes) {
    return """
        {"item": %d, "comprehension": true, "answerable": %s, "self_contained": true, "reason": "So."}"""
        .formatted(item, yes);
  }

  /** A sheet on which the choice for an item is an original position; -1 for none. */
  Ended.Sat sat(Step.Sit sit, ToIntFunction<QuizItem> choice) {
    Concept shown = preparation.shown(sit, replies);
    List<QuizItem> quiz = shown.quiz();
    int parts = preparation.parts(sit, replies);
    List<QuizItem> items = parts == 1 ? quiz : List.of(quiz.get(sit.part()));
    Integer[] choices = new Integer[items.size()];
    for (int at = 0; at < choices.length; at++) {
      List<Integer> order = OptionOrder.of(shown.id(), items.get(at), preparation.optionOrder(sit));
      int chosen = order.indexOf(choice.applyAsInt(items.get(at)));
      choices[at] = chosen < 0 ? null : chosen;
    }
    List<Integer> list = Arrays.asList(choices);
    return new Ended.Sat(list, list.contains(null) ? "no answer could be read" : null);
  }
}
