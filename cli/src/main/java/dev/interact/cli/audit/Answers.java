package dev.interact.cli.audit;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one rater says of one item.
 *
 * @param given yes or no; a criterion that was not answered is absent
 * @param comment {@code ""} for none
 */
record Answers(Map<Criterion, Boolean> given, String comment) {
  Answers {
    given = Map.copyOf(given);
  }

  /** Yes or no; of all three only where each is answered. */
  Optional<Boolean> of(Criterion criterion) {
    return switch (criterion) {
      case COMPREHENSION, ANSWERABLE, SELF_CONTAINED -> Optional.ofNullable(given.get(criterion));
      case ALL ->
          given.size() < Criterion.asked().size()
              ? Optional.empty()
              : Optional.of(given.values().stream().allMatch(Boolean::booleanValue));
    };
  }

  /** As words: {@code yes no -}. */
  String words() {
    return Criterion.asked().stream()
        .map(given::get)
        .map(answer -> Objects.isNull(answer) ? "-" : answer ? "yes" : "no")
        .reduce((one, other) -> one + " " + other)
        .orElseThrow();
  }
}
