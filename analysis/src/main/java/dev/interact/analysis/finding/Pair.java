package dev.interact.analysis.finding;

import dev.interact.analysis.table.Sitting;

/** Two sittings of a study to be compared: accuracy at {@code one} less that at {@code other}. */
record Pair(Sitting one, Sitting other) {
  String label(Basis basis) {
    return "%s \u2212 %s".formatted(basis.label(one), other(basis));
  }

  /** What the second is called beside the first. */
  String other(Basis basis) {
    return one.arm().equals(other.arm())
        ? "its turn %d".formatted(other.turn())
        : basis.label(other);
  }
}
