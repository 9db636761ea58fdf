package dev.interact.preparation.item;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an item must keep before any model is asked about it. */
public final class ItemRules {
  private static final int LONGEST_QUESTION = 1_000;

  /** A question may well hold a single digit or letter that is the answer. */
  private static final int SHORTEST_GIVEN_AWAY = 2;

  private final int options;
  private final Evidence evidence;

  /**
   * @param options how many an item has
   * @param context the material; null where it is an image
   */
  public ItemRules(int options, String context) {
    this.options = options;
    this.evidence = new Evidence(context);
  }

  /**
   * The rules that an item breaks.
   *
   * @param asked what it must not ask again
   * @return ends of sentences that begin with the item; empty if it breaks none
   */
  public List<String> broken(Draft draft, Asked asked) {
    List<String> problems = new ArrayList<>(question(draft));
    problems.addAll(OptionRules.form(draft, options));
    if (problems.isEmpty()) {
      problems.addAll(OptionRules.content(draft));
      problems.addAll(evidence.problems(draft));
      if (isGivenAway(draft)) {
        problems.add("the right option stands in the question.");
      }
      if (asked.holds(draft)) {
        problems.add("it asks the same as another item.");
      }
    }
    return List.copyOf(problems);
  }

  private static List<String> question(Draft draft) {
    List<String> problems = new ArrayList<>();
    if (draft.level() == null) {
      problems.add("its level must be easy, medium or hard.");
    }
    if (draft.question().isBlank()) {
      problems.add("the question is missing.");
    } else if (draft.question().length() > LONGEST_QUESTION) {
      problems.add("the question is longer than %d characters.".formatted(LONGEST_QUESTION));
    }
    if (Stream.concat(Stream.of(draft.question()), draft.options().stream())
        .anyMatch(text -> text.indexOf(ModelText.NO_TEXT) >= 0)) {
      problems.add("it holds characters that are no text.");
    }
    return problems;
  }

  /** A question that names several options for a choice gives none of them away. */
  private static boolean isGivenAway(Draft draft) {
    String question = " " + Normal.words(draft.question()) + " ";
    return draft.options().stream()
        .filter(option -> isNamed(Normal.words(option), question))
        .toList()
        .equals(List.of(draft.key()));
  }

  private static boolean isNamed(String option, String question) {
    return option.length() >= SHORTEST_GIVEN_AWAY && question.contains(" " + option + " ");
  }
}
