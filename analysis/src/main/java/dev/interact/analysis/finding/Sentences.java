package dev.interact.analysis.finding;

import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.stats.NonInferiority;
import dev.interact.analysis.stats.Tost;
import java.util.List;

/** What a difference shows, in plain words. */
final class Sentences {
  private Sentences() {}

  /** Whether one is higher than the other. */
  static String difference(Difference found) {
    String n = Numbers.concepts(found.sample());
    String points = Numbers.points(found.estimate());
    return switch (found.decision()) {
      case HIGHER ->
          "With %s, %s is higher than %s by %s.".formatted(n, found.one(), found.other(), points);
      case LOWER ->
          "With %s, %s is lower than %s: the difference is %s."
              .formatted(n, found.one(), found.other(), points);
      case OPEN ->
          "With %s it cannot be decided whether %s is higher or lower than %s: the difference is %s."
              .formatted(n, found.one(), found.other(), points);
      case ALIKE -> alike(found, n, found.estimate().value());
      case TOO_FEW ->
          "With %s nothing can be decided, and no interval is given: the difference of %s is %s."
              .formatted(n, found.label(), points);
    };
  }

  /** Which is higher, or whether both are the same within a margin; both where both are known. */
  static List<String> either(Difference found, double margin) {
    Tost tost = found.within(margin);
    boolean isEqual = tost != null && tost.equivalent();
    return switch (found.decision()) {
      case HIGHER, LOWER ->
          isEqual
              ? List.of(difference(found), equivalence(found, margin))
              : List.of(difference(found));
      case OPEN ->
          isEqual
              ? List.of(equivalence(found, margin))
              : List.of(
                  "%s Nor is it shown that they are equal within %s (90%% CI %s)."
                      .formatted(
                          difference(found), margin(margin), Numbers.brackets(tost.interval())));
      case ALIKE, TOO_FEW -> List.of(difference(found));
    };
  }

  private static String alike(Difference found, String n, double value) {
    return Math.abs(value) < 1e-9
        ? "With %s, %s and %s do not differ on any of them, so that there is no interval."
            .formatted(n, found.one(), found.other())
        : "With %s, the difference of %s is %s points on each of them, so that there is no interval."
            .formatted(n, found.label(), Numbers.one(value));
  }

  /** Whether both are the same within a margin. */
  static String equivalence(Difference found, double margin) {
    Tost tost = found.within(margin);
    String n = Numbers.concepts(found.sample());
    if (tost == null) {
      return untested(found, "that %s and %s are equal".formatted(found.one(), found.other()));
    }
    return tost.equivalent()
        ? "With %s, %s and %s are equal within %s: the difference is %s points (90%% CI %s)."
            .formatted(
                n,
                found.one(),
                found.other(),
                margin(margin),
                Numbers.one(found.estimate().value()),
                Numbers.brackets(tost.interval()))
        : "With %s it is not shown that %s and %s are equal within %s: the difference is %s points (90%% CI %s)."
            .formatted(
                n,
                found.one(),
                found.other(),
                margin(margin),
                Numbers.one(found.estimate().value()),
                Numbers.brackets(tost.interval()));
  }

  /** Whether one is not worse than the other by more than a margin. */
  static String nonInferiority(Difference found, double margin) {
    NonInferiority test = found.above(margin);
    String n = Numbers.concepts(found.sample());
    if (test == null) {
      return untested(found, "that %s is not below %s".formatted(found.one(), found.other()));
    }
    return "With %s %s that %s is not below %s by %s or more: the difference is %s points, at least %s (one-sided 95%% bound)."
        .formatted(
            n,
            test.shown() ? "it is shown" : "it is not shown",
            found.one(),
            found.other(),
            margin(margin).substring(1),
            Numbers.one(found.estimate().value()),
            Numbers.one(test.bound()));
  }

  private static String untested(Difference found, String what) {
    String why =
        found.estimate().clusters() < Estimate.FEWEST_CLUSTERS
            ? "fewer than %d clusters".formatted(Estimate.FEWEST_CLUSTERS)
            : "all have the same difference";
    return "With %s it cannot be tested %s (%s): the difference is %s points."
        .formatted(
            Numbers.concepts(found.sample()), what, why, Numbers.one(found.estimate().value()));
  }

  /** A margin in words. */
  static String margin(double margin) {
    String points = margin == Math.rint(margin) ? String.valueOf((long) margin) : "" + margin;
    return "±%s point%s".formatted(points, margin == 1 ? "" : "s");
  }
}
