package dev.interact.preparation.item;

import dev.interact.study.Concept.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

  /** Whether two quotes stand apart: the first place of one ends before the last of another. */
  private boolean isFromTwoPlaces(List<String> quotes) {
    List<String> distinct = quotes.stream().distinct().toList();
    List<Integer> ends =
        distinct.stream().map(quote -> context.indexOf(quote) + quote.length()).toList();
    List<Integer> begins = distinct.stream().map(context::lastIndexOf).toList();
    return IntStream.range(0, distinct.size())
        .anyMatch(
            one ->
                IntStream.range(0, distinct.size())
                    .anyMatch(other -> other != one && ends.get(one) <= begins.get(other)));
  }
}
