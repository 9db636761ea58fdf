package dev.interact.preparation.item;

import dev.interact.study.Concept.Level;
import java.util.ArrayList;
import java.util.List;

/** The rules of evidence: quoted word for word from the material, and enough of it. */
final class Evidence {
  private static final int LONGEST_OF_IMAGE = 2_000;

  private final String context;

  /**
   * @param context the material; null where it is an image
   */
  Evidence(String context) {
    this.context = context == null ? null : Normal.quote(context);
  }

  List<String> problems(Draft draft) {
    List<String> quotes =
        draft.evidence().stream().map(Normal::bareQuote).filter(quote -> !quote.isEmpty()).toList();
    if (quotes.isEmpty()) {
      return List.of("it has no evidence.");
    }
    int length = quotes.stream().mapToInt(String::length).sum();
    if (context == null) {
      return length > LONGEST_OF_IMAGE
          ? List.of("its evidence is longer than %d characters.".formatted(LONGEST_OF_IMAGE))
          : List.of();
    }
    return length > context.length()
        ? List.of("its evidence is longer than the material.")
        : located(quotes, draft.level());
  }

  private List<String> located(List<String> quotes, Level level) {
    List<String> problems = new ArrayList<>();
    for (int at = 0; at < quotes.size(); at++) {
      if (!context.contains(quotes.get(at))) {
        problems.add("evidence %d does not stand word for word in the material.".formatted(at + 1));
      }
    }
    if (problems.isEmpty() && level == Level.MEDIUM && !isFromTwoPlaces(quotes)) {
      problems.add("its evidence is from one place; a medium item links two.");
    }
    return problems;
  }

  /** Whether two quotes stand apart somewhere. */
  private boolean isFromTwoPlaces(List<String> quotes) {
    return quotes.stream().distinct().anyMatch(one -> standsApart(one, quotes));
  }

  /** The first place of one is compared with the first and the last place of others. */
  private boolean standsApart(String one, List<String> quotes) {
    int begin = context.indexOf(one);
    int end = begin + one.length();
    return quotes.stream()
        .filter(other -> !other.equals(one))
        .anyMatch(
            other ->
                context.indexOf(other) + other.length() <= begin
                    || context.lastIndexOf(other) >= end);
  }
}
