package dev.interact.cli.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.interact.analysis.stats.Kappa;
import java.util.Optional;

/**
 * How far two raters agree on a criterion.
 *
 * @param n items that both answered
 * @param agreed of them, with the same answer
 * @param kappa Cohen's; null where it is undefined
 * @param note what must be known to read it, a sentence; null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Concordance(
    String one, String other, Criterion criterion, long n, long agreed, Double kappa, String note) {

  static Concordance of(Rater one, Rater other, Criterion criterion) {
    long[][] table = new long[2][2];
    for (String key : one.answers().keySet()) {
      Optional<Boolean> first = one.answer(key, criterion);
      Optional<Boolean> second = other.answer(key, criterion);
      if (first.isPresent() && second.isPresent()) {
        table[first.get() ? 1 : 0][second.get() ? 1 : 0]++;
      }
    }
    long agreed = table[0][0] + table[1][1];
    long n = agreed + table[0][1] + table[1][0];
    Double kappa = n == 0 ? null : finite(Kappa.cohen(table).value());
    String note = n == 0 ? "There is no item that both answered." : note(one, other, table);
    return new Concordance(one.name(), other.name(), criterion, n, agreed, kappa, note);
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String note(Rater one, Rater other, long[][] table) {
    Optional<String> first = always(table[0][0] + table[0][1], table[1][0] + table[1][1]);
    Optional<String> second = always(table[0][0] + table[1][0], table[0][1] + table[1][1]);
    if (first.isPresent() && first.equals(second)) {
      return "Kappa is undefined: both said %s of every item, so that chance alone would agree always."
          .formatted(first.get());
    }
    return first
        .map(said -> constant(one, said))
        .or(() -> second.map(said -> constant(other, said)))
        .orElse(null);
  }

  private static String constant(Rater rater, String said) {
    return "Kappa is 0 whatever the other says, for %s said %s of every item."
        .formatted(rater.name(), said);
  }

  /** What someone said of every item, where it was always the same. */
  private static Optional<String> always(long no, long yes) {
    return no == 0 ? Optional.of("yes") : yes == 0 ? Optional.of("no") : Optional.empty();
  }
}
